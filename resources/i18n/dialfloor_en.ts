<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%Ln agents</source>
        <translation>
            <numerusform>%Ln agent</numerusform>
            <numerusform>%Ln agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents are refused at once; each keeps what it has used in the last hour.</source>
        <translation>
            <numerusform>%Ln agent is refused at once; each keeps what it has used in the last hour.</numerusform>
            <numerusform>%Ln agents are refused at once; each keeps what it has used in the last hour.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents at 80 % or more</source>
        <translation>
            <numerusform>%Ln agent at 80 % or more</numerusform>
            <numerusform>%Ln agents at 80 % or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents chosen</source>
        <translation>
            <numerusform>%Ln agent chosen</numerusform>
            <numerusform>%Ln agents chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents with nothing to pause: left alone.</source>
        <translation>
            <numerusform>%Ln agent with nothing to pause: left alone.</numerusform>
            <numerusform>%Ln agents with nothing to pause: left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents with nothing to resume: left alone.</source>
        <translation>
            <numerusform>%Ln agent with nothing to resume: left alone.</numerusform>
            <numerusform>%Ln agents with nothing to resume: left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents without a session: left alone.</source>
        <translation>
            <numerusform>%Ln agent without a session: left alone.</numerusform>
            <numerusform>%Ln agents without a session: left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answered</source>
        <translation>
            <numerusform>%Ln answered</numerusform>
            <numerusform>%Ln answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls saved: {path} ({size})</source>
        <translation>
            <numerusform>%Ln call saved: {path} ({size})</numerusform>
            <numerusform>%Ln calls saved: {path} ({size})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drops left before 3 %</source>
        <translation>
            <numerusform>%Ln drop left before 3 %</numerusform>
            <numerusform>%Ln drops left before 3 %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the last minute</source>
        <translation>
            <numerusform>%Ln in the last minute</numerusform>
            <numerusform>%Ln in the last minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln paused</numerusform>
            <numerusform>%Ln paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls in 60 minutes, {last} in the last</source>
        <translation>
            <numerusform>%n call in 60 minutes, {last} in the last</numerusform>
            <numerusform>%n calls in 60 minutes, {last} in the last</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls in the hour</source>
        <translation>
            <numerusform>%n call in the hour</numerusform>
            <numerusform>%n calls in the hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free now</source>
        <translation>
            <numerusform>%n free now</numerusform>
            <numerusform>%n free now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sessions are running on this machine’s engine. If it stops, dialers get no calls until it is started again; nothing is lost.</source>
        <translation>
            <numerusform>%n session is running on this machine’s engine. If it stops, dialers get no calls until it is started again; nothing is lost.</numerusform>
            <numerusform>%n sessions are running on this machine’s engine. If it stops, dialers get no calls until it is started again; nothing is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries refused</source>
        <translation>
            <numerusform>refused</numerusform>
            <numerusform>%n tries refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were not tried</source>
        <translation>
            <numerusform>%n was not tried</numerusform>
            <numerusform>%n were not tried</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with an old session not in this filter</source>
        <translation>
            <numerusform>%n with an old session not in this filter</numerusform>
            <numerusform>%n with an old session not in this filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Actions on %n agents</source>
        <translation>
            <numerusform>Actions on %n agent</numerusform>
            <numerusform>Actions on %n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit limits of %Ln agents</source>
        <translation>
            <numerusform>Edit limits of %Ln agent</numerusform>
            <numerusform>Edit limits of %Ln agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit limits of %n agents…</source>
        <translation>
            <numerusform>Edit limits of %n agent…</numerusform>
            <numerusform>Edit limits of %n agents…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %Ln sessions</source>
        <translation>
            <numerusform>End %Ln session</numerusform>
            <numerusform>End %Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n sessions…</source>
        <translation>
            <numerusform>End %n session…</numerusform>
            <numerusform>End %n sessions…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Now {used} of %n calls used in the last hour; limit set by {source}.</source>
        <translation>
            <numerusform>Now {used} of %n call used in the last hour; limit set by {source}.</numerusform>
            <numerusform>Now {used} of %n calls used in the last hour; limit set by {source}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %Ln sessions</source>
        <translation>
            <numerusform>Pause %Ln session</numerusform>
            <numerusform>Pause %Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n sessions…</source>
        <translation>
            <numerusform>Pause %n session…</numerusform>
            <numerusform>Pause %n sessions…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused %n times, {time} in all</source>
        <translation>
            <numerusform>Paused once, {time} in all</numerusform>
            <numerusform>Paused %n times, {time} in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %Ln sessions</source>
        <translation>
            <numerusform>Resume %Ln session</numerusform>
            <numerusform>Resume %Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n sessions…</source>
        <translation>
            <numerusform>Resume %n session…</numerusform>
            <numerusform>Resume %n sessions…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln ended calls</source>
        <translation>
            <numerusform>of %Ln ended call</numerusform>
            <numerusform>of %Ln ended calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln live</source>
        <translation>
            <numerusform>of %Ln live</numerusform>
            <numerusform>of %Ln live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>they stay chosen.</source>
        <comment>of %n agents</comment>
        <translation>
            <numerusform>it stays chosen.</numerusform>
            <numerusform>they stay chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{agent}: %n refused in the last hour</source>
        <translation>
            <numerusform>{agent}: %n refused in the last hour</numerusform>
            <numerusform>{agent}: %n refused in the last hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{calls} of %Ln live</source>
        <translation>
            <numerusform>{calls} of %Ln live</numerusform>
            <numerusform>{calls} of %Ln live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{choice}, %Ln agents</source>
        <translation>
            <numerusform>{choice}, %Ln agent</numerusform>
            <numerusform>{choice}, %Ln agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln calls written</source>
        <translation>
            <numerusform>{done} of %Ln call written</numerusform>
            <numerusform>{done} of %Ln calls written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %Ln more</source>
        <translation>
            <numerusform>{names} and %Ln more</numerusform>
            <numerusform>{names} and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln agents</source>
        <translation>
            <numerusform>{shown} of %Ln agent</numerusform>
            <numerusform>{shown} of %Ln agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{used} used: %n more may go now.</source>
        <translation>
            <numerusform>{used} used: %n more may go now.</numerusform>
            <numerusform>{used} used: %n more may go now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{used} used: refused until %n leave the window, in about {time}.</source>
        <translation>
            <numerusform>{used} used: refused until %n leaves the window, in about {time}.</numerusform>
            <numerusform>{used} used: refused until %n leave the window, in about {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{used} used: refused until %n leave the window.</source>
        <translation>
            <numerusform>{used} used: refused until %n leaves the window.</numerusform>
            <numerusform>{used} used: refused until %n leave the window.</numerusform>
        </translation>
    </message>
</context>
</TS>
