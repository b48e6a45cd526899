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
        <source>%Ln answered</source>
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
        <source>%n with an old session not in this filter</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
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
        <source>A call was handed out and rings</source>
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
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert only, would have refused: {level}</source>
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
        <source>As they were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the table (H)</source>
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
        <source>Call gap</source>
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
        <source>Cancel</source>
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
        <source>Connecting</source>
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
        <source>Drops left, 30 days</source>
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
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>End %n sessions…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
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
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every agent, live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export calls</source>
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
        <source>Feed: {state}</source>
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
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 60 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit set by {source}, {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
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
        <source>Never paused</source>
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
        <source>No campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine</source>
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
        <source>No tenant yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is near a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was refused in the last hour</source>
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
        <source>Pause</source>
        <translation type="unfinished"></translation>
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
        <source>Point at a minute to have it explained; click to choose the agent, Enter to see its row</source>
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
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting</source>
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
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Resume %n sessions…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Resume session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
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
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions near 8 hours</source>
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
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
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
        <source>The agent&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call ended; its disposition is awaited</source>
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
        <source>The session is paused; it still counts to 8 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session&apos;s campaign</source>
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
        <source>This list</source>
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
        <source>Time since the session&apos;s start, on a bar to its end (8 h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
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
        <source>What the colours of the states mean</source>
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
        <source>agents</source>
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
        <source>default</source>
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
        <source>none running</source>
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
