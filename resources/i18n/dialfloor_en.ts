<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln added</numerusform>
            <numerusform>%Ln added</numerusform>
        </translation>
    </message>
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
        <source>%Ln area codes</source>
        <translation>
            <numerusform>%Ln area code</numerusform>
            <numerusform>%Ln area codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls in flight could be dropped</source>
        <translation>
            <numerusform>%Ln call in flight could be dropped</numerusform>
            <numerusform>%Ln calls in flight could be dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls of the last 24 hours would have been refused</source>
        <translation>
            <numerusform>%Ln call of the last 24 hours would have been refused</numerusform>
            <numerusform>%Ln calls of the last 24 hours would have been refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls of the last hour would have been refused</source>
        <translation>
            <numerusform>%Ln call of the last hour would have been refused</numerusform>
            <numerusform>%Ln calls of the last hour would have been refused</numerusform>
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
        <source>%Ln cannot</source>
        <translation>
            <numerusform>%Ln cannot</numerusform>
            <numerusform>%Ln cannot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts</source>
        <translation>
            <numerusform>%Ln contact</numerusform>
            <numerusform>%Ln contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts are due</source>
        <translation>
            <numerusform>%Ln contact is due</numerusform>
            <numerusform>%Ln contacts are due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln copies</source>
        <translation>
            <numerusform>%Ln copy</numerusform>
            <numerusform>%Ln copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
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
        <source>%Ln facts want a look</source>
        <translation>
            <numerusform>%Ln fact wants a look</numerusform>
            <numerusform>%Ln facts want a look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have this number</source>
        <translation>
            <numerusform>%Ln has this number</numerusform>
            <numerusform>%Ln have this number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
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
        <source>%Ln known already</source>
        <translation>
            <numerusform>%Ln known already</numerusform>
            <numerusform>%Ln known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are in force.</source>
        <translation>
            <numerusform>%Ln line is in force.</numerusform>
            <numerusform>%Ln lines are in force.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines can be imported</source>
        <translation>
            <numerusform>%Ln line can be imported</numerusform>
            <numerusform>%Ln lines can be imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines cannot be used</source>
        <translation>
            <numerusform>%Ln line cannot be used</numerusform>
            <numerusform>%Ln lines cannot be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln may be called now</source>
        <translation>
            <numerusform>%Ln may be called now</numerusform>
            <numerusform>%Ln may be called now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more answered calls may be dropped before 3 %</source>
        <translation>
            <numerusform>%Ln more answered call may be dropped before 3 %</numerusform>
            <numerusform>%Ln more answered calls may be dropped before 3 %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln numbers</source>
        <translation>
            <numerusform>%Ln number</numerusform>
            <numerusform>%Ln numbers</numerusform>
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
        <source>%Ln records of the audit trail</source>
        <translation>
            <numerusform>%Ln record of the audit trail</numerusform>
            <numerusform>%Ln records of the audit trail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln rejected</numerusform>
            <numerusform>%Ln rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows of refusals</source>
        <translation>
            <numerusform>%Ln row of refusals</numerusform>
            <numerusform>%Ln rows of refusals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows saved: {path} ({size})</source>
        <translation>
            <numerusform>%Ln row saved: {path} ({size})</numerusform>
            <numerusform>%Ln rows saved: {path} ({size})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln s, the time it may ring</source>
        <translation>
            <numerusform>%Ln s, the time it may ring</numerusform>
            <numerusform>%Ln s, the time it may ring</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln within the hour</source>
        <translation>
            <numerusform>%Ln within the hour</numerusform>
            <numerusform>%Ln within the hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agents</source>
        <translation>
            <numerusform>%n agent</numerusform>
            <numerusform>%n agents</numerusform>
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
        <source>%n calls in the window; the oldest was the first to leave it</source>
        <translation>
            <numerusform>%n call in the window; it was the first to leave it</numerusform>
            <numerusform>%n calls in the window; the oldest was the first to leave it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes back made: apply them below</source>
        <translation>
            <numerusform>%n change back made: apply it below</numerusform>
            <numerusform>%n changes back made: apply them below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes hold from the next decision on; what was used stays used.</source>
        <translation>
            <numerusform>%n change holds from the next decision on; what was used stays used.</numerusform>
            <numerusform>%n changes hold from the next decision on; what was used stays used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes hold now</source>
        <translation>
            <numerusform>%n change holds now</numerusform>
            <numerusform>%n changes hold now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes of limits are not applied yet.</source>
        <translation>
            <numerusform>%n change of limits is not applied yet.</numerusform>
            <numerusform>%n changes of limits are not applied yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes that were not applied are gone with their tenant</source>
        <translation>
            <numerusform>%n change that was not applied is gone with its tenant</numerusform>
            <numerusform>%n changes that were not applied are gone with their tenant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes, not applied</source>
        <translation>
            <numerusform>%n change, not applied</numerusform>
            <numerusform>%n changes, not applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days old; calls that need it ended on {until}</source>
        <translation>
            <numerusform>%n day old; calls that need it ended on {until}</numerusform>
            <numerusform>%n days old; calls that need it ended on {until}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events filled the window</source>
        <translation>
            <numerusform>%n event filled the window</numerusform>
            <numerusform>%n events filled the window</numerusform>
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
        <source>%n faults: those cells are left out; mend the file and choose it again</source>
        <translation>
            <numerusform>%n fault: that cell is left out; mend the file and choose it again</numerusform>
            <numerusform>%n faults: those cells are left out; mend the file and choose it again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields differ</source>
        <translation>
            <numerusform>%n field differs</numerusform>
            <numerusform>%n fields differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free at {time:%H:%M}, if nobody calls</source>
        <translation>
            <numerusform>%n free at {time:%H:%M}, if nobody calls</numerusform>
            <numerusform>%n free at {time:%H:%M}, if nobody calls</numerusform>
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
        <source>%n in part</source>
        <translation>
            <numerusform>%n in part</numerusform>
            <numerusform>%n in part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n legal holds are on</source>
        <translation>
            <numerusform>%n legal hold is on</numerusform>
            <numerusform>%n legal holds are on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines unchanged</source>
        <translation>
            <numerusform>%n line unchanged</numerusform>
            <numerusform>%n lines unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more alerts</source>
        <translation>
            <numerusform>%n more alert</numerusform>
            <numerusform>%n more alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are refused already</source>
        <translation>
            <numerusform>%n more is refused already</numerusform>
            <numerusform>%n more are refused already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more digits</source>
        <translation>
            <numerusform>%n more digit</numerusform>
            <numerusform>%n more digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new calls</source>
        <translation>
            <numerusform>%n new call</numerusform>
            <numerusform>%n new calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new refusals</source>
        <translation>
            <numerusform>%n new refusal</numerusform>
            <numerusform>%n new refusals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {most} days old, good until {until}</source>
        <translation>
            <numerusform>%n of {most} days old, good until {until}</numerusform>
            <numerusform>%n of {most} days old, good until {until}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open alerts</source>
        <translation>
            <numerusform>%n open alert</numerusform>
            <numerusform>%n open alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open alerts (Alt+5)</source>
        <translation>
            <numerusform>%n open alert (Alt+5)</numerusform>
            <numerusform>%n open alerts (Alt+5)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests in the window; the oldest was the first to leave it</source>
        <translation>
            <numerusform>%n request in the window; it was the first to leave it</numerusform>
            <numerusform>%n requests in the window; the oldest was the first to leave it</numerusform>
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
        <source>%n sessions chosen</source>
        <translation>
            <numerusform>%n session chosen</numerusform>
            <numerusform>%n sessions chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that only alert</source>
        <translation>
            <numerusform>%n that only alerts</numerusform>
            <numerusform>%n that only alert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens in force are revoked at once and cannot be brought back.</source>
        <translation>
            <numerusform>%n token in force is revoked at once and cannot be brought back.</numerusform>
            <numerusform>%n tokens in force are revoked at once and cannot be brought back.</numerusform>
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
        <source>, and a hold keeps %Ln more</source>
        <translation>
            <numerusform>, and a hold keeps %Ln more</numerusform>
            <numerusform>, and a hold keeps %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n alerts</source>
        <translation>
            <numerusform>Acknowledge %n alert</numerusform>
            <numerusform>Acknowledge %n alerts</numerusform>
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
        <source>At most %Ln calls to one person in {hours} h</source>
        <translation>
            <numerusform>At most %Ln call to one person in {hours} h</numerusform>
            <numerusform>At most %Ln calls to one person in {hours} h</numerusform>
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
        <source>Edit limits of %n agents</source>
        <translation>
            <numerusform>Edit limits of %n agent</numerusform>
            <numerusform>Edit limits of %n agents</numerusform>
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
        <source>It holds at once for %n tokens in force; windows that watch with them follow.</source>
        <translation>
            <numerusform>It holds at once for %n token in force; windows that watch with it follow.</numerusform>
            <numerusform>It holds at once for %n tokens in force; windows that watch with them follow.</numerusform>
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
        <source>Resolve %n alerts</source>
        <translation>
            <numerusform>Resolve %n alert</numerusform>
            <numerusform>Resolve %n alerts</numerusform>
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
        <source>Snooze %n alerts</source>
        <translation>
            <numerusform>Snooze %n alert</numerusform>
            <numerusform>Snooze %n alerts</numerusform>
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
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more: show them all</source>
        <translation>
            <numerusform>and %n more: show it</numerusform>
            <numerusform>and %n more: show them all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n in an hour</source>
        <translation>
            <numerusform>from %n in an hour</numerusform>
            <numerusform>from %n in an hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln contacts callable</source>
        <translation>
            <numerusform>of %Ln contact callable</numerusform>
            <numerusform>of %Ln contacts callable</numerusform>
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
        <source>someone else changed %n of them meanwhile: decide under Apply</source>
        <translation>
            <numerusform>someone else changed %n of them meanwhile: decide under Apply</numerusform>
            <numerusform>someone else changed %n of them meanwhile: decide under Apply</numerusform>
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
        <source>{done} of %Ln rows written</source>
        <translation>
            <numerusform>{done} of %Ln row written</numerusform>
            <numerusform>{done} of %Ln rows written</numerusform>
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
        <source>{some} of %Ln columns</source>
        <translation>
            <numerusform>{some} of %Ln column</numerusform>
            <numerusform>{some} of %Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{some} of %Ln columns…</source>
        <translation>
            <numerusform>{some} of %Ln column…</numerusform>
            <numerusform>{some} of %Ln columns…</numerusform>
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
