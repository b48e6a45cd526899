<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name></name>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents are refused at once; each keeps what it has used in the last hour.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents at 80 % or more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents with nothing to pause: left alone.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents with nothing to resume: left alone.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents without a session: left alone.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answered</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls saved: {path} ({size})</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drops left before 3 %</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the last minute</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls in 60 minutes, {last} in the last</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls in the hour</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free now</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sessions are running on this machine’s engine. If it stops, dialers get no calls until it is started again; nothing is lost.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries refused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were not tried</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with an old session not in this filter</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>0 blocks this agent: every call is refused until the limit is raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days: {share} of {calls}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 h have passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A CSV with names and numbers; bad rows are reported, good ones are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call must ring at least {least} s or four rings before it is given up: 47 CFR 64.1200(a)(6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call was handed out and rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder has one engine at a time; nothing is wrong with the data in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit refuses the next call until a slot frees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A state has an icon, a word and a hue. The longer it lasts the stronger the hue, in three steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tenant is one floor: its agents, limits, contacts and log are its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tier’s limits hold for each of its tenants wherever the tenant itself sets none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API limits count per user: give each dialer its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API requests a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API requests an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abandoned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abandoned today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abandonment today (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abandonment, at most 3 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Actions on %n agents</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Actions on the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions on {agent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin: everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a call was handed out or ended, the later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert only, would have refused: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert only: count and warn, refuse nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert only: nothing is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert only: nothing is refused. {used} are used: each call past {limit} is counted and warned of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program listens on that address. Choose another port, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ans. %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered share of the calls that ended in the last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply mine over it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask an admin of that engine for a supervisor’s token, then start “dialfloor --connect”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the engine at {url}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 15 s: 47 CFR 64.1200(a)(6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 3 letters; everyone can read it later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {most} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the table (H)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between 0 and {most} calls per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between 0 and {most} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls by minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls in the last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls in the rolling hour / limit, and when the next slot frees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls in the rolling hour against the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls of this session / limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls per session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls placed, minute by minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls, last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address {url} and the network. Trying again in {wait} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose and sort columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose columns (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose only one again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose only one again (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose several agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter, unfreeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to sort, Shift+click to sort further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click, Shift+click on a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coaching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coaching done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the floor table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and agents found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaint, checking the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaints from called people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compliance: reads and exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it now: it is shown this once, and only its hash is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl, Shift + click or arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark or light (Ctrl+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision time p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay between calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialer was replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialer: asks for calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialfloor wallboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialing mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done for {done} of {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drops left, 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each its mode’s preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit its limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Edit limits of %Ln agents</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit limits of %n agents…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Edit limits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the chosen agent&apos;s limits (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>End %Ln sessions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n sessions…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>End of campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enforce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enforce: refuse calls over the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enforcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every agent, live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export calls to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export calls to CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export calls to CSV (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by limit, mode, state, campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the table by agent, campaign, mode or state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter {choice}: press to take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters (Shift+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command or an agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find agent, campaign, state  (/)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an agent, campaign or state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor table, one row an agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: Gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: Northgate Collections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: complaints from the 212 area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {user}, who may act as {role}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four steps, about two minutes. The floor fills itself from the first session on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free slots over the coming hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free slots, next hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze or unfreeze the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap between calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this user the right to write to the folder, or free space on its disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to its detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the chosen agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {view}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has a session and may call; no call is out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat map of calls, one row an agent, one column a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat map or table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the screen still; the floor goes on (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In any 60 minutes, over all its sessions; 0 blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initiated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gave no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being started again. No dialer gets a call until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sets no limit at first: give it limits, then move tenants to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its limits and its tenants stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the audit trail; every supervisor can read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 60 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last ran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the engine running?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit set by {source}, {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits of {agent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local time, {zone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a token for your dialer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend what the sentence above says, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu, Shift+F10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: commands, other views (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to another tier…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near its limit: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near or at their limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tier…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agent has called yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agent matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agent matches the filter. Esc clears it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session is near its 8 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tenant is of this tier. What it set stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tenant yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tier yet. Make one with “New tier…”, give it limits, then move tenants to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tier: the system’s limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is near a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is refused at once; each keeps what it has used in the last hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to change yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was refused in the last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Now {used} of %n calls used in the last hour; limit set by {source}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One reason for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only agents near a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only agents refused in the last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Pause %Ln sessions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n sessions…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pause or resume the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Paused %n times, {time} in all</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a minute to have it explained; click to choose the agent, Enter to see its row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point the dialer here, or try it by hand. The agent appears on the floor at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset of the mode, {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refusals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused in the last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused tries in the last hour, and the last reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused, last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the newest copy from the folder&apos;s backups, or run “dialfloor doctor”, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Resume %Ln sessions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n sessions…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Resume session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring at most (call timeout)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why in at least 3 letters: it goes into the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled jobs of the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session of {agent}, ends at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session over 8 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session {time} of {span} · {mode} · {campaign}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions near 8 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions, windows and timers go on from the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several agents chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole session in the plot again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow the floor down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort, sort further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the first session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the engine again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State, and how long it has lasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States and their colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stuck session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor: watches and acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this filter back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenants and their tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenants are of it: move them to another tier first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call ended; its disposition is awaited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The company or team that this floor dials for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dialer shows it with every request. It is shown once and kept only as a hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine cannot start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine does not know this token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine has stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is not connected yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is sending its snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine refused this token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export failed and gave no reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The floor now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last figures are of {time}. They come back by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is paused; it still counts to 8 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session&apos;s campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sessions end for good; dialers have to start new ones. Calls already out are not cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tier’s limits hold at the next decision wherever the tenant sets none itself. What was used counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole floor at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no figures yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such folder to put the file in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They get no further calls. Their sessions go on counting to 8 h and to the tenant’s limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They may ask for calls again, within the same limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This agent was changed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This role may not see the floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time since the session&apos;s start, on a bar to its end (8 h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are written in UTC and in the called party’s local time, each with its zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many refusals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or choose; kept in the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what to do, or an agent&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to, not including</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallboard over the whole screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours of the states mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who changed what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrap-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your tenant is of no tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your tenant is of no tier: where it sets no limit itself, the system’s holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your tenant is of the tier {name}. The operator of this folder edits tiers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alert only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alert only: counts, refuses nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all free</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>at its pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto-dial delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before 3 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compliance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dialer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enforce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enforced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enforcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>four times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goal {time} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit {limit}/h is {pace} a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next slot {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no calls allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing decided yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>of %Ln ended calls</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln live</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>oldest {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused at {time}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the import command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>they stay chosen.</source>
        <comment>of %n agents</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>this agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to decide and log a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>twice its pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under the limit’s pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent} is new on the floor, with the default limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent}, {number} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{agent}: %n refused in the last hour</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{age} old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} (alert only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{calls} of %Ln live</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{calls}, limit {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calls}/min</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{choice}, %Ln agents</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln calls written</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{field}: theirs {theirs}, yours {yours} (was {before})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} now · next {time} · +{soon} in 5 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mode} · no session</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{names} and %Ln more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name} gets no further calls. The session goes on counting to 8 h, and still takes one of the tenant’s sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} may ask for calls again, within the same limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}’s session ends for good: a dialer has to start a new one. Calls already out are not cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln agents</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{state}, {step}, from {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {limit}, set by {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {limit}, set by {source}, alert only</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{used} used: %n more may go now.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{used} used: refused until %n leave the window, in about {time}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{used} used: refused until %n leave the window.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{who} changed this agent while you were editing: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} changed {agent}’s {change}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ ↓ PgUp PgDn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ ↓ to go through, Enter to do it, Esc to leave</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
