<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name></name>
    <message>
        <source> % of the limit</source>
        <translation> % del límite</translation>
    </message>
    <message>
        <source> (entered by {who})</source>
        <translation> (anotado por {who})</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> y %n más</numerusform>
            <numerusform> y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source> in an hour</source>
        <translation> en una hora</translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln añadida</numerusform>
            <numerusform>%Ln añadidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents</source>
        <translation>
            <numerusform>%Ln agente</numerusform>
            <numerusform>%Ln agentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents are refused at once; each keeps what it has used in the last hour.</source>
        <translation>
            <numerusform>%Ln agente queda rechazado de inmediato; cada uno conserva lo usado en la última hora.</numerusform>
            <numerusform>%Ln agentes quedan rechazados de inmediato; cada uno conserva lo usado en la última hora.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents at 80 % or more</source>
        <translation>
            <numerusform>%Ln agente al 80 % o más</numerusform>
            <numerusform>%Ln agentes al 80 % o más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents chosen</source>
        <translation>
            <numerusform>%Ln agente elegido</numerusform>
            <numerusform>%Ln agentes elegidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents with nothing to pause: left alone.</source>
        <translation>
            <numerusform>%Ln agente sin nada que pausar: no se toca.</numerusform>
            <numerusform>%Ln agentes sin nada que pausar: no se tocan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents with nothing to resume: left alone.</source>
        <translation>
            <numerusform>%Ln agente sin nada que reanudar: no se toca.</numerusform>
            <numerusform>%Ln agentes sin nada que reanudar: no se tocan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agents without a session: left alone.</source>
        <translation>
            <numerusform>%Ln agente sin sesión: no se toca.</numerusform>
            <numerusform>%Ln agentes sin sesión: no se tocan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answered</source>
        <translation>
            <numerusform>%Ln respondida</numerusform>
            <numerusform>%Ln respondidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln area codes</source>
        <translation>
            <numerusform>%Ln prefijo</numerusform>
            <numerusform>%Ln prefijos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls</source>
        <translation>
            <numerusform>%Ln llamada</numerusform>
            <numerusform>%Ln llamadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls in flight could be dropped</source>
        <translation>
            <numerusform>%Ln llamada en curso podría quedar sin agente</numerusform>
            <numerusform>%Ln llamadas en curso podrían quedar sin agente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls of the last 24 hours would have been refused</source>
        <translation>
            <numerusform>%Ln llamada de las últimas 24 horas se habría rechazado</numerusform>
            <numerusform>%Ln llamadas de las últimas 24 horas se habrían rechazado</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls of the last hour would have been refused</source>
        <translation>
            <numerusform>%Ln llamada de la última hora se habría rechazado</numerusform>
            <numerusform>%Ln llamadas de la última hora se habrían rechazado</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls saved: {path} ({size})</source>
        <translation>
            <numerusform>%Ln llamada guardada: {path} ({size})</numerusform>
            <numerusform>%Ln llamadas guardadas: {path} ({size})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot</source>
        <translation>
            <numerusform>%Ln no se puede importar</numerusform>
            <numerusform>%Ln no se pueden importar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation>
            <numerusform>%Ln columna</numerusform>
            <numerusform>%Ln columnas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts</source>
        <translation>
            <numerusform>%Ln contacto</numerusform>
            <numerusform>%Ln contactos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts are due</source>
        <translation>
            <numerusform>%Ln contacto está pendiente</numerusform>
            <numerusform>%Ln contactos están pendientes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln copies</source>
        <translation>
            <numerusform>%Ln copia</numerusform>
            <numerusform>%Ln copias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln día</numerusform>
            <numerusform>%Ln días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drops left before 3 %</source>
        <translation>
            <numerusform>%Ln abandono disponible hasta el 3 %</numerusform>
            <numerusform>%Ln abandonos disponibles hasta el 3 %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln facts want a look</source>
        <translation>
            <numerusform>%Ln dato pide atención</numerusform>
            <numerusform>%Ln datos piden atención</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have this number</source>
        <translation>
            <numerusform>%Ln tiene este número</numerusform>
            <numerusform>%Ln tienen este número</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln hora</numerusform>
            <numerusform>%Ln horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the last minute</source>
        <translation>
            <numerusform>%Ln en el último minuto</numerusform>
            <numerusform>%Ln en el último minuto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln known already</source>
        <translation>
            <numerusform>%Ln ya conocida</numerusform>
            <numerusform>%Ln ya conocidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln línea</numerusform>
            <numerusform>%Ln líneas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are in force.</source>
        <translation>
            <numerusform>%Ln línea está en vigor.</numerusform>
            <numerusform>%Ln líneas están en vigor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines can be imported</source>
        <translation>
            <numerusform>%Ln línea se puede importar</numerusform>
            <numerusform>%Ln líneas se pueden importar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines cannot be used</source>
        <translation>
            <numerusform>%Ln línea no se puede usar</numerusform>
            <numerusform>%Ln líneas no se pueden usar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln may be called now</source>
        <translation>
            <numerusform>a %Ln se le puede llamar ahora</numerusform>
            <numerusform>a %Ln se les puede llamar ahora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more answered calls may be dropped before 3 %</source>
        <translation>
            <numerusform>puede abandonarse %Ln llamada contestada más antes del 3 %</numerusform>
            <numerusform>pueden abandonarse %Ln llamadas contestadas más antes del 3 %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln numbers</source>
        <translation>
            <numerusform>%Ln número</numerusform>
            <numerusform>%Ln números</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln en pausa</numerusform>
            <numerusform>%Ln en pausa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of the audit trail</source>
        <translation>
            <numerusform>%Ln entrada del registro de auditoría</numerusform>
            <numerusform>%Ln entradas del registro de auditoría</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln rechazada</numerusform>
            <numerusform>%Ln rechazadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln fila</numerusform>
            <numerusform>%Ln filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows of refusals</source>
        <translation>
            <numerusform>%Ln fila de rechazos</numerusform>
            <numerusform>%Ln filas de rechazos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows saved: {path} ({size})</source>
        <translation>
            <numerusform>%Ln fila guardada: {path} ({size})</numerusform>
            <numerusform>%Ln filas guardadas: {path} ({size})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln s, the time it may ring</source>
        <translation>
            <numerusform>%Ln s, el tiempo que puede sonar</numerusform>
            <numerusform>%Ln s, el tiempo que puede sonar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions</source>
        <translation>
            <numerusform>%Ln sesión</numerusform>
            <numerusform>%Ln sesiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln within the hour</source>
        <translation>
            <numerusform>%Ln en una hora</numerusform>
            <numerusform>%Ln en una hora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agents</source>
        <translation>
            <numerusform>%n agente</numerusform>
            <numerusform>%n agentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n llamada</numerusform>
            <numerusform>%n llamadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls in 60 minutes, {last} in the last</source>
        <translation>
            <numerusform>%n llamada en 60 minutos, {last} en el último</numerusform>
            <numerusform>%n llamadas en 60 minutos, {last} en el último</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls in the hour</source>
        <translation>
            <numerusform>%n llamada en la hora</numerusform>
            <numerusform>%n llamadas en la hora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls in the window; the oldest was the first to leave it</source>
        <translation>
            <numerusform>%n llamada en la ventana; fue la primera en salir de ella</numerusform>
            <numerusform>%n llamadas en la ventana; la más antigua fue la primera en salir de ella</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n cambio</numerusform>
            <numerusform>%n cambios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes back made: apply them below</source>
        <translation>
            <numerusform>%n cambio de vuelta hecho: aplíquelo abajo</numerusform>
            <numerusform>%n cambios de vuelta hechos: aplíquelos abajo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes hold from the next decision on; what was used stays used.</source>
        <translation>
            <numerusform>%n cambio rige desde la próxima decisión; lo usado sigue usado.</numerusform>
            <numerusform>%n cambios rigen desde la próxima decisión; lo usado sigue usado.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes hold now</source>
        <translation>
            <numerusform>%n cambio rige ahora</numerusform>
            <numerusform>%n cambios rigen ahora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes of limits are not applied yet.</source>
        <translation>
            <numerusform>%n cambio de límites aún no está aplicado.</numerusform>
            <numerusform>%n cambios de límites aún no están aplicados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes that were not applied are gone with their tenant</source>
        <translation>
            <numerusform>%n cambio sin aplicar se fue con su inquilino</numerusform>
            <numerusform>%n cambios sin aplicar se fueron con su inquilino</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes, not applied</source>
        <translation>
            <numerusform>%n cambio, sin aplicar</numerusform>
            <numerusform>%n cambios, sin aplicar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n elegida</numerusform>
            <numerusform>%n elegidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days old</source>
        <translation>
            <numerusform>%n día de antigüedad</numerusform>
            <numerusform>%n días de antigüedad</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days old; calls that need it ended on {until}</source>
        <translation>
            <numerusform>%n día de antigüedad; las llamadas que la necesitan acabaron el {until}</numerusform>
            <numerusform>%n días de antigüedad; las llamadas que la necesitan acabaron el {until}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events filled the window</source>
        <translation>
            <numerusform>%n evento llenó la ventana</numerusform>
            <numerusform>%n eventos llenaron la ventana</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n con error</numerusform>
            <numerusform>%n con error</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n faults: those cells are left out; mend the file and choose it again</source>
        <translation>
            <numerusform>%n error: esa celda queda fuera; arregle el archivo y elíjalo de nuevo</numerusform>
            <numerusform>%n errores: esas celdas quedan fuera; arregle el archivo y elíjalo de nuevo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields differ</source>
        <translation>
            <numerusform>%n campo distinto</numerusform>
            <numerusform>%n campos distintos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free at {time:%H:%M}, if nobody calls</source>
        <translation>
            <numerusform>%n libre a las {time:%H:%M}, si nadie llama</numerusform>
            <numerusform>%n libres a las {time:%H:%M}, si nadie llama</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free now</source>
        <translation>
            <numerusform>%n libre ahora</numerusform>
            <numerusform>%n libres ahora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in part</source>
        <translation>
            <numerusform>%n en parte</numerusform>
            <numerusform>%n en parte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n legal holds are on</source>
        <translation>
            <numerusform>Hay %n retención legal</numerusform>
            <numerusform>Hay %n retenciones legales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines unchanged</source>
        <translation>
            <numerusform>%n línea sin cambios</numerusform>
            <numerusform>%n líneas sin cambios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more alerts</source>
        <translation>
            <numerusform>%n alerta más</numerusform>
            <numerusform>%n alertas más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are refused already</source>
        <translation>
            <numerusform>%n más ya está rechazado</numerusform>
            <numerusform>%n más ya están rechazados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more digits</source>
        <translation>
            <numerusform>%n cifra más</numerusform>
            <numerusform>%n cifras más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new calls</source>
        <translation>
            <numerusform>%n llamada nueva</numerusform>
            <numerusform>%n llamadas nuevas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new refusals</source>
        <translation>
            <numerusform>%n rechazo nuevo</numerusform>
            <numerusform>%n rechazos nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {most} days old, good until {until}</source>
        <translation>
            <numerusform>%n de {most} días, sirve hasta {until}</numerusform>
            <numerusform>%n de {most} días, sirve hasta {until}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open alerts</source>
        <translation>
            <numerusform>%n alerta abierta</numerusform>
            <numerusform>%n alertas abiertas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open alerts (Alt+5)</source>
        <translation>
            <numerusform>%n alerta abierta (Alt+5)</numerusform>
            <numerusform>%n alertas abiertas (Alt+5)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests in the window; the oldest was the first to leave it</source>
        <translation>
            <numerusform>%n petición en la ventana; fue la primera en salir de ella</numerusform>
            <numerusform>%n peticiones en la ventana; la más antigua fue la primera en salir de ella</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sessions are running on this machine’s engine. If it stops, dialers get no calls until it is started again; nothing is lost.</source>
        <translation>
            <numerusform>%n sesión está en marcha en el motor de esta máquina. Si se detiene, los marcadores no reciben llamadas hasta que arranque de nuevo; no se pierde nada.</numerusform>
            <numerusform>%n sesiones están en marcha en el motor de esta máquina. Si se detiene, los marcadores no reciben llamadas hasta que arranque de nuevo; no se pierde nada.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sessions chosen</source>
        <translation>
            <numerusform>%n sesión elegida</numerusform>
            <numerusform>%n sesiones elegidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that only alert</source>
        <translation>
            <numerusform>%n que solo avisa</numerusform>
            <numerusform>%n que solo avisan</numerusform>
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
            <numerusform>%n token vigente se revoca de inmediato y no se puede recuperar.</numerusform>
            <numerusform>%n tokens vigentes se revocan de inmediato y no se pueden recuperar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries refused</source>
        <translation>
            <numerusform>rechazado</numerusform>
            <numerusform>%n intentos rechazados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were not tried</source>
        <translation>
            <numerusform>%n sin intentar</numerusform>
            <numerusform>%n sin intentar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with an old session not in this filter</source>
        <translation>
            <numerusform>%n con una sesión antigua fuera de este filtro</numerusform>
            <numerusform>%n con una sesión antigua fuera de este filtro</numerusform>
        </translation>
    </message>
    <message>
        <source>(alert only)</source>
        <translation>(solo avisa)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ninguno)</translation>
    </message>
    <message numerus="yes">
        <source>, and a hold keeps %Ln more</source>
        <translation>
            <numerusform>, y una retención guarda %Ln más</numerusform>
            <numerusform>, y una retención guarda %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>/srv/exports</source>
        <translation>/srv/exports</translation>
    </message>
    <message>
        <source>0 blocks this agent: every call is refused until the limit is raised.</source>
        <translation>0 bloquea a este agente: se rechaza toda llamada hasta que se suba el límite.</translation>
    </message>
    <message>
        <source>12 CFR 1006.100(a): three years after the last call to the same person</source>
        <translation>12 CFR 1006.100(a): tres años después de la última llamada a la misma persona</translation>
    </message>
    <message>
        <source>15 minutes, to {time}</source>
        <translation>15 minutos, hasta las {time}</translation>
    </message>
    <message>
        <source>16 CFR 310.5(a): records of calls are kept for five years</source>
        <translation>16 CFR 310.5(a): los registros de llamadas se guardan cinco años</translation>
    </message>
    <message>
        <source>2.5 % reached</source>
        <translation>2,5 % alcanzado</translation>
    </message>
    <message>
        <source>2.9 % reached</source>
        <translation>2,9 % alcanzado</translation>
    </message>
    <message>
        <source>2026-12-01, or empty</source>
        <translation>2026-12-01, o vacío</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>30 days: {share} of {calls}</source>
        <translation>30 días: {share} de {calls}</translation>
    </message>
    <message>
        <source>60 min</source>
        <translation>60 min</translation>
    </message>
    <message>
        <source>8 h have passed</source>
        <translation>Han pasado 8 h</translation>
    </message>
    <message>
        <source>A CSV file with the columns that “Save as CSV” writes</source>
        <translation>Un archivo CSV con las columnas que escribe «Guardar como CSV»</translation>
    </message>
    <message>
        <source>A CSV with names and numbers; bad rows are reported, good ones are kept.</source>
        <translation>Un CSV con nombres y números; las filas malas se informan, las buenas se conservan.</translation>
    </message>
    <message>
        <source>A call must ring at least {least} s or four rings before it is given up: 47 CFR 64.1200(a)(6)</source>
        <translation>Una llamada debe sonar al menos {least} s o cuatro tonos antes de abandonarla: 47 CFR 64.1200(a)(6)</translation>
    </message>
    <message>
        <source>A call must ring at least {least} s: 47 CFR 64.1200(a)(6); write for example 30 s</source>
        <translation>Una llamada debe sonar al menos {least} s: 47 CFR 64.1200(a)(6); escriba por ejemplo 30 s</translation>
    </message>
    <message>
        <source>A call was handed out and rings</source>
        <translation>Se entregó una llamada y está sonando</translation>
    </message>
    <message>
        <source>A contract asks for it</source>
        <translation>Lo pide un contrato</translation>
    </message>
    <message>
        <source>A copy of the national do-not-call list may be 31 days old at the instant of a call (16 CFR 310.4). Past that, numbers that have to be looked up in it are not called.</source>
        <translation>Una copia de la lista nacional de no llamar puede tener 31 días en el instante de la llamada (16 CFR 310.4). Pasados estos, no se llama a los números que hay que buscar en ella.</translation>
    </message>
    <message>
        <source>A country is two letters, as in US or DE</source>
        <translation>Un país son dos letras, como US o DE</translation>
    </message>
    <message>
        <source>A date such as 2026-12-01, or nothing</source>
        <translation>Una fecha como 2026-12-01, o nada</translation>
    </message>
    <message>
        <source>A duty to know of: no single call is decided by it</source>
        <translation>Un deber que hay que conocer: no decide ninguna llamada por sí solo</translation>
    </message>
    <message>
        <source>A folder has one engine at a time; nothing is wrong with the data in {folder}.</source>
        <translation>Una carpeta tiene un solo motor a la vez; los datos de {folder} están bien.</translation>
    </message>
    <message>
        <source>A folder of the engine’s machine that is there already</source>
        <translation>Una carpeta que ya existe en la máquina del motor</translation>
    </message>
    <message>
        <source>A limit is used up, and its dialer was told not to call. Refused tries cost nothing.</source>
        <translation>Un límite está agotado y a su marcador se le dijo que no llame. Los intentos rechazados no cuestan nada.</translation>
    </message>
    <message>
        <source>A limit refuses the next call until a slot frees</source>
        <translation>Un límite rechaza la próxima llamada hasta que se libere un cupo</translation>
    </message>
    <message>
        <source>A limit that only alerts was passed. Nothing was refused: the call went out.</source>
        <translation>Se superó un límite que solo avisa. No se rechazó nada: la llamada salió.</translation>
    </message>
    <message>
        <source>A list of your own forbids it: no dialer gets this number, whatever the rules do.</source>
        <translation>Lo prohíbe una lista propia: ningún marcador recibe este número, hagan lo que hagan las reglas.</translation>
    </message>
    <message>
        <source>A night that was missed is made up for, once</source>
        <translation>Una noche que se perdió se recupera, una vez</translation>
    </message>
    <message>
        <source>A number of Canada or the Caribbean</source>
        <translation>Un número de Canadá o del Caribe</translation>
    </message>
    <message>
        <source>A number of another country</source>
        <translation>Un número de otro país</translation>
    </message>
    <message>
        <source>A number there counts in {zones} too</source>
        <translation>Un número de allí cuenta también en {zones}</translation>
    </message>
    <message>
        <source>A number, as people write it: {example}</source>
        <translation>Un número, como se suele escribir: {example}</translation>
    </message>
    <message>
        <source>A person known to sue callers: on every campaign, for ever.</source>
        <translation>Una persona conocida por demandar a quien llama: en cada campaña, para siempre.</translation>
    </message>
    <message>
        <source>A person, or one dialer: API limits count per user</source>
        <translation>Una persona o un marcador: los límites de la API se cuentan por usuario</translation>
    </message>
    <message>
        <source>A predictive batch has one contact. From 2.9 % on nothing goes out beyond what an agent can take.</source>
        <translation>Un lote predictivo tiene un contacto. Desde el 2,9 % no sale nada más que lo que un agente puede atender.</translation>
    </message>
    <message>
        <source>A refused call leaves its slot to the next one. It is not guessed that a dialer would have asked again later, nor which calls a higher limit would have let through.</source>
        <translation>Una llamada rechazada deja su cupo a la siguiente. No se supone que un marcador habría preguntado más tarde, ni qué llamadas habría dejado pasar un límite mayor.</translation>
    </message>
    <message>
        <source>A request with the same Idempotency-Key gets its first answer again for this long</source>
        <translation>Una petición con la misma Idempotency-Key recibe su primera respuesta durante este tiempo</translation>
    </message>
    <message>
        <source>A scheduled export wrote no file. The next night tries again; nothing is lost in the log.</source>
        <translation>Una exportación programada no escribió ningún archivo. La noche siguiente lo intenta de nuevo; en el registro no se pierde nada.</translation>
    </message>
    <message>
        <source>A session ends 8 hours after its start, paused or not. This one has most of that behind it.</source>
        <translation>Una sesión termina 8 horas después de empezar, en pausa o no. A esta le queda poco.</translation>
    </message>
    <message>
        <source>A state has an icon, a word and a hue. The longer it lasts the stronger the hue, in three steps.</source>
        <translation>Un estado tiene un icono, una palabra y un tono. Cuanto más dura, más fuerte es el tono, en tres pasos.</translation>
    </message>
    <message>
        <source>A state of emergency forbids it: no dialer gets this number, whatever the rules do.</source>
        <translation>Lo prohíbe un estado de emergencia: ningún marcador recibe este número, hagan lo que hagan las reglas.</translation>
    </message>
    <message>
        <source>A tenant is one floor: its agents, limits, contacts and log are its own.</source>
        <translation>Un inquilino es un piso: sus agentes, límites, contactos y registro son solo suyos.</translation>
    </message>
    <message>
        <source>A tier’s limits hold for each of its tenants wherever the tenant itself sets none.</source>
        <translation>Los límites de un nivel rigen para cada uno de sus inquilinos donde el inquilino no fije los suyos.</translation>
    </message>
    <message>
        <source>A time of day such as 08:00; 24:00 is its end</source>
        <translation>Una hora como 08:00; 24:00 es el fin del día</translation>
    </message>
    <message>
        <source>A token opens the engine in its user’s name. It is shown once when it is made; only its hash is kept.</source>
        <translation>Un token abre el motor en nombre de su usuario. Se muestra una vez, al crearlo; solo se guarda su huella.</translation>
    </message>
    <message>
        <source>A week at most: choose an earlier time</source>
        <translation>Una semana como máximo: elija una hora anterior</translation>
    </message>
    <message>
        <source>A window closes earlier by the time a call may ring and 30 seconds.</source>
        <translation>La franja cierra antes: el tiempo que una llamada puede sonar y 30 segundos.</translation>
    </message>
    <message>
        <source>A wish not to be called holds for ever, and with it its record</source>
        <translation>El deseo de no recibir llamadas vale para siempre, y con él su registro</translation>
    </message>
    <message>
        <source>A wrong list was dialed</source>
        <translation>Se marcó una lista equivocada</translation>
    </message>
    <message>
        <source>API limits count per user: give each dialer its own</source>
        <translation>Los límites de la API se cuentan por usuario: dé a cada marcador el suyo</translation>
    </message>
    <message>
        <source>API per hour</source>
        <translation>API por hora</translation>
    </message>
    <message>
        <source>API per minute</source>
        <translation>API por minuto</translation>
    </message>
    <message>
        <source>API requests</source>
        <translation>Peticiones API</translation>
    </message>
    <message>
        <source>API requests a minute</source>
        <translation>Peticiones API por minuto</translation>
    </message>
    <message>
        <source>API requests an hour</source>
        <translation>Peticiones API por hora</translation>
    </message>
    <message>
        <source>API requests of the last day</source>
        <translation>Peticiones API del último día</translation>
    </message>
    <message>
        <source>API requests per user</source>
        <translation>Peticiones API por usuario</translation>
    </message>
    <message>
        <source>API requests per user in the last hour</source>
        <translation>Peticiones API por usuario en la última hora</translation>
    </message>
    <message>
        <source>Abandoned</source>
        <translation>Abandonada</translation>
    </message>
    <message>
        <source>Abandoned calls: at most {amount}</source>
        <translation>Llamadas abandonadas: como máximo {amount}</translation>
    </message>
    <message>
        <source>Abandoned of live answers</source>
        <translation>Abandonadas de las contestadas</translation>
    </message>
    <message>
        <source>Abandoned today</source>
        <translation>Abandono de hoy</translation>
    </message>
    <message>
        <source>Abandonment</source>
        <translation>Abandono</translation>
    </message>
    <message>
        <source>Abandonment 2.5 %</source>
        <translation>Abandono 2,5 %</translation>
    </message>
    <message>
        <source>Abandonment 2.9 %</source>
        <translation>Abandono 2,9 %</translation>
    </message>
    <message>
        <source>Abandonment, at most 3 %</source>
        <translation>Abandono, como máximo 3 %</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Atender</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n alerts</source>
        <translation>
            <numerusform>Atender %n alerta</numerusform>
            <numerusform>Atender %n alertas</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge alert</source>
        <translation>Atender la alerta</translation>
    </message>
    <message>
        <source>Acknowledge all…</source>
        <translation>Atender todas…</translation>
    </message>
    <message>
        <source>Acknowledge the chosen alerts</source>
        <translation>Atender las alertas elegidas</translation>
    </message>
    <message>
        <source>Acknowledge the newest open alert</source>
        <translation>Atender la alerta abierta más nueva</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Atendida</translation>
    </message>
    <message>
        <source>Acknowledged alerts</source>
        <translation>Alertas atendidas</translation>
    </message>
    <message numerus="yes">
        <source>Actions on %n agents</source>
        <translation>
            <numerusform>Acciones sobre %n agente</numerusform>
            <numerusform>Acciones sobre %n agentes</numerusform>
        </translation>
    </message>
    <message>
        <source>Actions on sessions</source>
        <translation>Acciones sobre sesiones</translation>
    </message>
    <message>
        <source>Actions on the row</source>
        <translation>Acciones de la fila</translation>
    </message>
    <message>
        <source>Actions on {agent}</source>
        <translation>Acciones sobre {agent}</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activa</translation>
    </message>
    <message>
        <source>Active and paused</source>
        <translation>Activas y en pausa</translation>
    </message>
    <message>
        <source>Active sessions</source>
        <translation>Sesiones activas</translation>
    </message>
    <message>
        <source>Active sessions, at each start</source>
        <translation>Sesiones activas, en cada inicio</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add a number…</source>
        <translation>Añadir un número…</translation>
    </message>
    <message>
        <source>Add a user</source>
        <translation>Añadir un usuario</translation>
    </message>
    <message>
        <source>Add an agent to give it marks of its own</source>
        <translation>Añada un agente para darle marcas propias</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Añadir archivos…</translation>
    </message>
    <message>
        <source>Add here: number, rule, export</source>
        <translation>Añadir aquí: número, regla, exportación</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>Añadir usuario</translation>
    </message>
    <message>
        <source>Add user…</source>
        <translation>Añadir usuario…</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Admin: everything</source>
        <translation>Administrador: todo</translation>
    </message>
    <message>
        <source>Admitted in the last hour; refused ones cost nothing and are not counted.</source>
        <translation>Admitidas en la última hora; las rechazadas no cuestan nada ni se cuentan.</translation>
    </message>
    <message>
        <source>Advice of counsel</source>
        <translation>Consejo de un abogado</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>After a call was handed out or ended, the later</source>
        <translation>Tras entregarse o terminar una llamada, lo que sea más tarde</translation>
    </message>
    <message>
        <source>Again and again until it is acknowledged</source>
        <translation>Una y otra vez hasta que se atienda</translation>
    </message>
    <message>
        <source>Age of the national list, of 31 days</source>
        <translation>Edad de la lista nacional, de 31 días</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Agent on the floor</source>
        <translation>Agente en el piso</translation>
    </message>
    <message>
        <source>Agent: {what}</source>
        <translation>Agente: {what}</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agentes</translation>
    </message>
    <message>
        <source>Agents with marks of their own</source>
        <translation>Agentes con marcas propias</translation>
    </message>
    <message>
        <source>Alarm, 2 %</source>
        <translation>Alarma, 2 %</translation>
    </message>
    <message>
        <source>Alert acknowledged</source>
        <translation>Alerta reconocida</translation>
    </message>
    <message>
        <source>Alert only</source>
        <translation>Solo avisar</translation>
    </message>
    <message>
        <source>Alert only, would have refused: {level}</source>
        <translation>Solo avisar, habría rechazado: {level}</translation>
    </message>
    <message>
        <source>Alert only: count and warn, refuse nothing</source>
        <translation>Solo avisar: cuenta y avisa, no rechaza nada</translation>
    </message>
    <message>
        <source>Alert only: nothing is refused.</source>
        <translation>Solo avisar: no se rechaza nada.</translation>
    </message>
    <message>
        <source>Alert only: nothing is refused. {used} are used: each call past {limit} is counted and warned of.</source>
        <translation>Solo avisar: no se rechaza nada. Hay {used} usadas: cada llamada por encima de {limit} se cuenta y se avisa.</translation>
    </message>
    <message>
        <source>Alert resolved</source>
        <translation>Alerta resuelta</translation>
    </message>
    <message>
        <source>Alert settings</source>
        <translation>Ajustes de alertas</translation>
    </message>
    <message>
        <source>Alert settings changed</source>
        <translation>Ajustes de alertas cambiados</translation>
    </message>
    <message>
        <source>Alert settings: marks, quiet hours, sound</source>
        <translation>Ajustes de alertas: marcas, horas de silencio, sonido</translation>
    </message>
    <message>
        <source>Alert snoozed</source>
        <translation>Alerta pospuesta</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Alerts that are over</source>
        <translation>Alertas terminadas</translation>
    </message>
    <message>
        <source>Alerts that call</source>
        <translation>Alertas que llaman</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>Todas las campañas</translation>
    </message>
    <message>
        <source>All columns…</source>
        <translation>Todas las columnas…</translation>
    </message>
    <message>
        <source>All limits</source>
        <translation>Todos los límites</translation>
    </message>
    <message>
        <source>All lists</source>
        <translation>Todas las listas</translation>
    </message>
    <message>
        <source>All of it in one zip, signed, with a check that needs nothing but Python. Always whole.</source>
        <translation>Todo en un zip, firmado, con una comprobación que solo necesita Python. Siempre completo.</translation>
    </message>
    <message>
        <source>All of them apply at once, or none</source>
        <translation>Todos se aplican a la vez, o ninguno</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>Todas las reglas</translation>
    </message>
    <message>
        <source>All sessions</source>
        <translation>Todas las sesiones</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Todo el tiempo</translation>
    </message>
    <message>
        <source>Already at {scale} %</source>
        <translation>Ya está al {scale} %</translation>
    </message>
    <message>
        <source>Already in {language}</source>
        <translation>Ya está en {language}</translation>
    </message>
    <message>
        <source>Also asked</source>
        <translation>También se pide</translation>
    </message>
    <message>
        <source>Also in {state}</source>
        <translation>También en {state}</translation>
    </message>
    <message>
        <source>An admin can change them.</source>
        <translation>Un administrador puede cambiarlos.</translation>
    </message>
    <message>
        <source>An agent&apos;s name</source>
        <translation>El nombre de un agente</translation>
    </message>
    <message>
        <source>An alert stands. From 2.5 % on an agent gets one contact at a time.</source>
        <translation>Hay una alerta. Desde el 2,5 % un agente recibe los contactos de uno en uno.</translation>
    </message>
    <message>
        <source>An hour, to {time}</source>
        <translation>Una hora, hasta las {time}</translation>
    </message>
    <message>
        <source>Another list</source>
        <translation>Otra lista</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Otro nombre</translation>
    </message>
    <message>
        <source>Another name than any campaign has</source>
        <translation>Un nombre que no tenga ninguna campaña</translation>
    </message>
    <message>
        <source>Another program listens on that address. Choose another port, then try again.</source>
        <translation>Otro programa escucha en esa dirección. Elija otro puerto e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Another script</source>
        <translation>Otro guion</translation>
    </message>
    <message>
        <source>Another team</source>
        <translation>Otro equipo</translation>
    </message>
    <message>
        <source>Ans. %</source>
        <translation>Resp. %</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Answer rate</source>
        <translation>Tasa de respuesta</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondida</translation>
    </message>
    <message>
        <source>Answered calls left without an agent, campaign by campaign. The worse of the two 30-day figures counts.</source>
        <translation>Llamadas contestadas que quedaron sin agente, campaña por campaña. Cuenta la peor de las dos cifras de 30 días.</translation>
    </message>
    <message>
        <source>Answered share of the calls that ended in the last hour</source>
        <translation>Parte respondida de las llamadas terminadas en la última hora</translation>
    </message>
    <message>
        <source>Answers to repeated requests</source>
        <translation>Respuestas a peticiones repetidas</translation>
    </message>
    <message>
        <source>Any severity</source>
        <translation>Cualquier gravedad</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Cualquier hora</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Apply changes of limits</source>
        <translation>Aplicar cambios de límites</translation>
    </message>
    <message>
        <source>Apply edit</source>
        <translation>Aplicar el cambio</translation>
    </message>
    <message>
        <source>Apply mine over it</source>
        <translation>Aplicar el mío encima</translation>
    </message>
    <message>
        <source>Apply the changes</source>
        <translation>Aplicar los cambios</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>Aplicar a todos</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>Aplicar…</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Aprobar</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Aprobar…</translation>
    </message>
    <message>
        <source>Area code {code}</source>
        <translation>Prefijo {code}</translation>
    </message>
    <message>
        <source>Area codes</source>
        <translation>Prefijos</translation>
    </message>
    <message>
        <source>As 100/1h; “preset” for that of the mode; empty leaves it as it is</source>
        <translation>Como 100/1h; «preset» para el del modo; vacío lo deja como está</translation>
    </message>
    <message>
        <source>As 2 s; “inherit” for that of the tenant</source>
        <translation>Como 2 s; «inherit» para el del inquilino</translation>
    </message>
    <message>
        <source>As 30 s; at least 15 s: 47 CFR 64.1200(a)(6)</source>
        <translation>Como 30 s; al menos 15 s: 47 CFR 64.1200(a)(6)</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Como está</translation>
    </message>
    <message>
        <source>As it is usual</source>
        <translation>Como es usual</translation>
    </message>
    <message>
        <source>As people write it; abroad with + and the country</source>
        <translation>Como se suele escribir; del extranjero, con + y el país</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>De fábrica</translation>
    </message>
    <message>
        <source>As the tenant</source>
        <translation>Como el inquilino</translation>
    </message>
    <message>
        <source>As the tenant again</source>
        <translation>Otra vez como el inquilino</translation>
    </message>
    <message>
        <source>As the wider scope</source>
        <translation>Como el ámbito mayor</translation>
    </message>
    <message>
        <source>As they were</source>
        <translation>Como estaban</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
    <message>
        <source>Ask an admin of that engine for a supervisor’s token, then start “dialfloor --connect”.</source>
        <translation>Pida a un administrador de ese motor un token de supervisor y arranque «dialfloor --connect».</translation>
    </message>
    <message>
        <source>Ask the engine again</source>
        <translation>Preguntar de nuevo al motor</translation>
    </message>
    <message>
        <source>Ask the engine for the list again</source>
        <translation>Pedir de nuevo la lista al motor</translation>
    </message>
    <message>
        <source>Asked by e-mail</source>
        <translation>Lo pidió por correo electrónico</translation>
    </message>
    <message>
        <source>Asked by letter</source>
        <translation>Lo pidió por carta</translation>
    </message>
    <message>
        <source>Asked by phone</source>
        <translation>Lo pidió por teléfono</translation>
    </message>
    <message>
        <source>Asked for a contact and there was none to call</source>
        <translation>Pidió un contacto y no había ninguno a quien llamar</translation>
    </message>
    <message>
        <source>Asked not to be called</source>
        <translation>Pidió que no le llamen</translation>
    </message>
    <message>
        <source>Asking the engine</source>
        <translation>Preguntando al motor</translation>
    </message>
    <message>
        <source>Asking the engine at {url}</source>
        <translation>Preguntando al motor en {url}</translation>
    </message>
    <message>
        <source>Asking the engine what is set</source>
        <translation>Preguntando al motor qué está fijado</translation>
    </message>
    <message>
        <source>Asking the engine …</source>
        <translation>Preguntando al motor …</translation>
    </message>
    <message>
        <source>Asking the engine…</source>
        <translation>Preguntando al motor…</translation>
    </message>
    <message>
        <source>Asking what it does …</source>
        <translation>Preguntando qué cambia …</translation>
    </message>
    <message>
        <source>At first</source>
        <translation>Al principio</translation>
    </message>
    <message>
        <source>At least 15 s: 47 CFR 64.1200(a)(6)</source>
        <translation>Al menos 15 s: 47 CFR 64.1200(a)(6)</translation>
    </message>
    <message>
        <source>At least 3 letters, and no number in it; kept in the audit trail</source>
        <translation>Al menos 3 letras y ningún número; se guarda en la auditoría</translation>
    </message>
    <message>
        <source>At least 3 letters; everyone can read it</source>
        <translation>Al menos 3 letras; todos pueden leerlo</translation>
    </message>
    <message>
        <source>At least 3 letters; everyone can read it later</source>
        <translation>Al menos 3 letras; todos podrán leerlo después</translation>
    </message>
    <message>
        <source>At least 3 letters; kept in the audit trail</source>
        <translation>Al menos 3 letras; queda en el registro de auditoría</translation>
    </message>
    <message>
        <source>At least 3 letters; kept in the restored audit trail</source>
        <translation>Al menos 3 letras; queda en el registro de auditoría restaurado</translation>
    </message>
    <message>
        <source>At least {least}, at most {most}</source>
        <translation>Al menos {least}, como máximo {most}</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como máximo</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln calls to one person in {hours} h</source>
        <translation>
            <numerusform>Como máximo %Ln llamada a una persona en {hours} h</numerusform>
            <numerusform>Como máximo %Ln llamadas a una persona en {hours} h</numerusform>
        </translation>
    </message>
    <message>
        <source>At most 3 % of the calls that a person answers may be left without an agent two seconds after the greeting, in each campaign and 30 days. Machines, busy lines and calls nobody answers count in neither.</source>
        <translation>De las llamadas que contesta una persona, como máximo el 3 % puede quedar sin agente dos segundos después del saludo, en cada campaña y 30 días. Los contestadores, las líneas ocupadas y lo que nadie contesta no cuentan.</translation>
    </message>
    <message>
        <source>At most or at least</source>
        <translation>Como máximo o al menos</translation>
    </message>
    <message>
        <source>At most {most} agents change at once: take some of the changes back, apply, then go on</source>
        <translation>Como máximo {most} agentes cambian a la vez: deshaga algunos cambios, aplique y siga</translation>
    </message>
    <message>
        <source>At most {most} calls per hour; write for example 100/1h</source>
        <translation>Como máximo {most} llamadas por hora; escriba por ejemplo 100/1h</translation>
    </message>
    <message>
        <source>At most {most} s</source>
        <translation>Como máximo {most} s</translation>
    </message>
    <message>
        <source>At most {most} s; write for example 2 s</source>
        <translation>Como máximo {most} s; escriba por ejemplo 2 s</translation>
    </message>
    <message>
        <source>At most {most} s; write for example 30 s</source>
        <translation>Como máximo {most} s; escriba por ejemplo 30 s</translation>
    </message>
    <message>
        <source>Attempted</source>
        <translation>Intentadas</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Registro de auditoría</translation>
    </message>
    <message>
        <source>Back to the first, as changes</source>
        <translation>Volver al primero, como cambios</translation>
    </message>
    <message>
        <source>Back to the preset</source>
        <translation>Vuelta al valor del modo</translation>
    </message>
    <message>
        <source>Back to the table (H)</source>
        <translation>Volver a la tabla (H)</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Copiar ahora</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>Copia hecha</translation>
    </message>
    <message>
        <source>Backup restored</source>
        <translation>Copia restaurada</translation>
    </message>
    <message>
        <source>Backup saved elsewhere</source>
        <translation>Copia guardada aparte</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>Prohibido</translation>
    </message>
    <message>
        <source>Banned today</source>
        <translation>Prohibido hoy</translation>
    </message>
    <message>
        <source>Batch cut</source>
        <translation>Lote recortado</translation>
    </message>
    <message>
        <source>Batches go out as long as what is in flight cannot pass 3 %.</source>
        <translation>Los lotes salen mientras lo que está en curso no pueda pasar del 3 %.</translation>
    </message>
    <message>
        <source>Batches that were cut</source>
        <translation>Lotes recortados</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Porque</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Antes y después</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Antes → después</translation>
    </message>
    <message>
        <source>Before → after, or what is wrong</source>
        <translation>Antes → después, o qué está mal</translation>
    </message>
    <message>
        <source>Between 0 and {most} calls per hour</source>
        <translation>Entre 0 y {most} llamadas por hora</translation>
    </message>
    <message>
        <source>Between 0 and {most} s</source>
        <translation>Entre 0 y {most} s</translation>
    </message>
    <message>
        <source>Between {least} and {most} {unit}</source>
        <translation>Entre {least} y {most} {unit}</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>Entre…</translation>
    </message>
    <message>
        <source>Binds</source>
        <translation>Obliga a</translation>
    </message>
    <message>
        <source>Binds: {group}</source>
        <translation>Obliga a: {group}</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Blocked now</source>
        <translation>Bloqueados ahora</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Descanso</translation>
    </message>
    <message>
        <source>Break is over</source>
        <translation>Terminó el descanso</translation>
    </message>
    <message>
        <source>Broken: {why}</source>
        <translation>Dañada: {why}</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Ocupado</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>A mano</translation>
    </message>
    <message>
        <source>By schedule</source>
        <translation>Por programa</translation>
    </message>
    <message>
        <source>CSV (*.csv *.txt)</source>
        <translation>CSV (*.csv *.txt)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>CSV (*.csv);;All files (*)</source>
        <translation>CSV (*.csv);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Call gap</source>
        <translation>Pausa entre llamadas</translation>
    </message>
    <message>
        <source>Call timeout</source>
        <translation>Timbre máx.</translation>
    </message>
    <message>
        <source>Callable from</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>Devolver llamada</translation>
    </message>
    <message>
        <source>Callback that was missed</source>
        <translation>Rellamada que se perdió</translation>
    </message>
    <message>
        <source>Called for people</source>
        <translation>Llamó a alguien</translation>
    </message>
    <message>
        <source>Calling hours</source>
        <translation>Horario de llamadas</translation>
    </message>
    <message>
        <source>Calling hours changed</source>
        <translation>Horario de llamadas cambiado</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Calls about debts</source>
        <translation>Llamadas por deudas</translation>
    </message>
    <message>
        <source>Calls and refusals, searched and explained</source>
        <translation>Llamadas y rechazos, buscados y explicados</translation>
    </message>
    <message>
        <source>Calls and their history</source>
        <translation>Llamadas y su historial</translation>
    </message>
    <message>
        <source>Calls as CSV, for any range (Ctrl+E)</source>
        <translation>Llamadas en CSV, de cualquier periodo (Ctrl+E)</translation>
    </message>
    <message>
        <source>Calls by minute</source>
        <translation>Llamadas por minuto</translation>
    </message>
    <message>
        <source>Calls dialed by hand</source>
        <translation>Llamadas marcadas a mano</translation>
    </message>
    <message>
        <source>Calls from</source>
        <translation>Llamadas desde</translation>
    </message>
    <message>
        <source>Calls from {start} to {end}, {days}</source>
        <translation>Llamadas de {start} a {end}, {days}</translation>
    </message>
    <message>
        <source>Calls in 24 h</source>
        <translation>Llam. 24 h</translation>
    </message>
    <message>
        <source>Calls in the last hour</source>
        <translation>Llamadas en la última hora</translation>
    </message>
    <message>
        <source>Calls in the last hour, of what holds now</source>
        <translation>Llamadas en la última hora, de lo que rige ahora</translation>
    </message>
    <message>
        <source>Calls in the rolling hour / limit, and when the next slot frees</source>
        <translation>Llamadas en la hora móvil / límite, y cuándo se libera el próximo cupo</translation>
    </message>
    <message>
        <source>Calls in the rolling hour against the limit</source>
        <translation>Llamadas en la hora móvil frente al límite</translation>
    </message>
    <message>
        <source>Calls in the session’s last 24 hours / limit</source>
        <translation>Llamadas en las últimas 24 horas de la sesión / límite</translation>
    </message>
    <message>
        <source>Calls may be let through that are forbidden now: a second person has to approve it first.</source>
        <translation>Podrían pasar llamadas que ahora están prohibidas: antes tiene que aprobarlo una segunda persona.</translation>
    </message>
    <message>
        <source>Calls may go there again once another admin or compliance officer has approved it.</source>
        <translation>Se podrá llamar allí de nuevo cuando lo apruebe otra persona de administración o cumplimiento.</translation>
    </message>
    <message>
        <source>Calls of this session / limit</source>
        <translation>Llamadas de esta sesión / límite</translation>
    </message>
    <message>
        <source>Calls per hour</source>
        <translation>Llamadas por hora</translation>
    </message>
    <message>
        <source>Calls per session</source>
        <translation>Llamadas por sesión</translation>
    </message>
    <message>
        <source>Calls per session are set for the tenant, not for one agent; write 100/1h</source>
        <translation>Las llamadas por sesión se fijan para el inquilino, no para un agente; escriba 100/1h</translation>
    </message>
    <message>
        <source>Calls per session in the last hour</source>
        <translation>Llamadas por sesión en la última hora</translation>
    </message>
    <message>
        <source>Calls placed</source>
        <translation>Llamadas hechas</translation>
    </message>
    <message>
        <source>Calls placed, minute by minute</source>
        <translation>Llamadas hechas, minuto a minuto</translation>
    </message>
    <message>
        <source>Calls, API requests, sessions. Over ten points under the mark</source>
        <translation>Llamadas, peticiones API, sesiones. Termina diez puntos bajo la marca</translation>
    </message>
    <message>
        <source>Calls, last hour</source>
        <translation>Llamadas, última hora</translation>
    </message>
    <message>
        <source>Calls, refusals, limits, lists: each row as it was written</source>
        <translation>Llamadas, rechazos, límites, listas: cada fila como se escribió</translation>
    </message>
    <message>
        <source>Calls, refusals, the audit trail or all evidence of a time as files. Whoever exports is on record.</source>
        <translation>Llamadas, rechazos, la auditoría o todas las pruebas de un periodo como archivos. Queda constancia de quien exporta.</translation>
    </message>
    <message>
        <source>Calls: each within the limits of its instant</source>
        <translation>Llamadas: cada una dentro de los límites de su instante</translation>
    </message>
    <message>
        <source>Calls: none against a list, or against rules where they refuse</source>
        <translation>Llamadas: ninguna contra una lista, ni contra reglas donde rechazan</translation>
    </message>
    <message>
        <source>Came again</source>
        <translation>Se repitió</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaña</translation>
    </message>
    <message>
        <source>Campaign added</source>
        <translation>Campaña añadida</translation>
    </message>
    <message>
        <source>Campaign change</source>
        <translation>Cambio de campaña</translation>
    </message>
    <message>
        <source>Campaign is over</source>
        <translation>La campaña terminó</translation>
    </message>
    <message>
        <source>Campaign renamed</source>
        <translation>Campaña renombrada</translation>
    </message>
    <message>
        <source>Campaign split</source>
        <translation>Campaña separada</translation>
    </message>
    <message>
        <source>Campaign: {what}</source>
        <translation>Campaña: {what}</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Campañas</translation>
    </message>
    <message>
        <source>Campaigns against 3 %</source>
        <translation>Campañas frente al 3 %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Cancelarla</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Change list: numbers that came</source>
        <translation>Lista de cambios: números nuevos</translation>
    </message>
    <message>
        <source>Change list: numbers that left</source>
        <translation>Lista de cambios: números que salieron</translation>
    </message>
    <message>
        <source>Change of a rule approved</source>
        <translation>Cambio de regla aprobado</translation>
    </message>
    <message>
        <source>Change of a rule proposed</source>
        <translation>Cambio de regla propuesto</translation>
    </message>
    <message>
        <source>Change of a rule rejected</source>
        <translation>Cambio de regla rechazado</translation>
    </message>
    <message>
        <source>Change role</source>
        <translation>Cambiar el rol</translation>
    </message>
    <message>
        <source>Change role…</source>
        <translation>Cambiar el rol…</translation>
    </message>
    <message>
        <source>Change the chosen one</source>
        <translation>Cambiar lo elegido</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Comprobar ahora</translation>
    </message>
    <message>
        <source>Check the address {url} and the network. Trying again in {wait} s.</source>
        <translation>Compruebe la dirección {url} y la red. Nuevo intento en {wait} s.</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Comprobado</translation>
    </message>
    <message>
        <source>Checking a do-not-call wish</source>
        <translation>Comprobar un deseo de no recibir llamadas</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Comprobando …</translation>
    </message>
    <message>
        <source>Checking … {share} %, {done} of {total}</source>
        <translation>Comprobando … {share} %, {done} de {total}</translation>
    </message>
    <message>
        <source>Choose a call to see its history and the limits that were in force.</source>
        <translation>Elija una llamada para ver su historial y los límites que regían.</translation>
    </message>
    <message>
        <source>Choose a file: nothing changes by that</source>
        <translation>Elija un archivo: con eso no cambia nada</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Choose a record to see what it changed and why.</source>
        <translation>Elija un asiento para ver qué cambió y por qué.</translation>
    </message>
    <message>
        <source>Choose a refusal to see which limit it was, and when it was free.</source>
        <translation>Elija un rechazo para ver qué límite fue y cuándo quedó libre.</translation>
    </message>
    <message>
        <source>Choose a rule to read it whole</source>
        <translation>Elija una regla para leerla entera</translation>
    </message>
    <message>
        <source>Choose a state</source>
        <translation>Elija un estado</translation>
    </message>
    <message>
        <source>Choose an agent</source>
        <translation>Elegir un agente</translation>
    </message>
    <message>
        <source>Choose an alert to see what it means, what can be done, and its history.</source>
        <translation>Elija una alerta para ver qué significa, qué se puede hacer y su historial.</translation>
    </message>
    <message>
        <source>Choose and sort columns</source>
        <translation>Elegir y ordenar columnas</translation>
    </message>
    <message>
        <source>Choose columns (C)</source>
        <translation>Elegir columnas (C)</translation>
    </message>
    <message>
        <source>Choose only one again</source>
        <translation>Volver a elegir solo uno</translation>
    </message>
    <message>
        <source>Choose only one again (Esc)</source>
        <translation>Volver a elegir solo uno (Esc)</translation>
    </message>
    <message>
        <source>Choose several agents</source>
        <translation>Elegir varios agentes</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Chosen agent</source>
        <translation>Agente elegido</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Citation, or where it comes from</source>
        <translation>Cita, o de dónde viene</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>Clear the filter, unfreeze</source>
        <translation>Borrar el filtro, descongelar</translation>
    </message>
    <message>
        <source>Click a state, or go to one with the arrow keys.</source>
        <translation>Pulse en un estado o vaya a uno con las flechas.</translation>
    </message>
    <message>
        <source>Click sorts the live sessions; ended ones stand newest first</source>
        <translation>Un clic ordena las sesiones vivas; las terminadas van por antigüedad</translation>
    </message>
    <message>
        <source>Click to see them in Dialfloor</source>
        <translation>Clic para verlas en Dialfloor</translation>
    </message>
    <message>
        <source>Click to sort, Shift+click to sort further</source>
        <translation>Clic para ordenar, Mayús+clic para ordenar además</translation>
    </message>
    <message>
        <source>Click, Shift+click on a title</source>
        <translation>Clic, Mayús+clic en un título</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>Cerrar y perderlos</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Cerrar la ventana</translation>
    </message>
    <message>
        <source>Close without applying?</source>
        <translation>¿Cerrar sin aplicar?</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>Cerrada por</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>Cierra</translation>
    </message>
    <message>
        <source>Closes earlier by</source>
        <translation>Cierra antes por</translation>
    </message>
    <message>
        <source>Closes soon</source>
        <translation>Cierra pronto</translation>
    </message>
    <message>
        <source>Coaching</source>
        <translation>Formación</translation>
    </message>
    <message>
        <source>Coaching done</source>
        <translation>Formación hecha</translation>
    </message>
    <message>
        <source>Collecting debts</source>
        <translation>Cobro de deudas</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Columnas del archivo</translation>
    </message>
    <message>
        <source>Columns of the floor table</source>
        <translation>Columnas de la tabla del piso</translation>
    </message>
    <message>
        <source>Columns, in the order of the file</source>
        <translation>Columnas, en el orden del archivo</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Viene de</translation>
    </message>
    <message>
        <source>Commands and agents</source>
        <translation>Órdenes y agentes</translation>
    </message>
    <message>
        <source>Commands and agents found</source>
        <translation>Órdenes y agentes encontrados</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>Comparar los dos</translation>
    </message>
    <message>
        <source>Compare with now</source>
        <translation>Comparar con ahora</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Queja</translation>
    </message>
    <message>
        <source>Complaint of the person</source>
        <translation>Queja de la persona</translation>
    </message>
    <message>
        <source>Complaint, checking the list</source>
        <translation>Queja, revisando la lista</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>Quejas</translation>
    </message>
    <message>
        <source>Complaints from called people</source>
        <translation>Quejas de personas llamadas</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completada</translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation>Cumplimiento</translation>
    </message>
    <message>
        <source>Compliance: reads and exports</source>
        <translation>Cumplimiento: lee y exporta</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Contact files (*.csv *.txt);;All files (*)</source>
        <translation>Archivos de contactos (*.csv *.txt);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Contacts are handed out at any hour; what the rules would have refused is counted.</source>
        <translation>Los contactos se entregan a cualquier hora; se cuenta lo que las reglas habrían rechazado.</translation>
    </message>
    <message>
        <source>Contacts imported</source>
        <translation>Contactos importados</translation>
    </message>
    <message>
        <source>Contacts that a rule forbids wait until it allows them.</source>
        <translation>Los contactos que una regla prohíbe esperan hasta que los permita.</translation>
    </message>
    <message>
        <source>Contract ended</source>
        <translation>Fin de contrato</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>Convertida</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copied {what}</source>
        <translation>Copiado: {what}</translation>
    </message>
    <message>
        <source>Copies of the database</source>
        <translation>Copias de la base de datos</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Copiar como CSV</translation>
    </message>
    <message>
        <source>Copy every file’s SHA-256, as sha256sum writes them</source>
        <translation>Copiar el SHA-256 de cada archivo, como los escribe sha256sum</translation>
    </message>
    <message>
        <source>Copy it now: it is shown this once, and only its hash is kept.</source>
        <translation>Cópielo ahora: se muestra esta única vez y solo se guarda su huella.</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>Copiar el id</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Copiar el número</translation>
    </message>
    <message>
        <source>Copy {what}</source>
        <translation>Copiar {what}</translation>
    </message>
    <message>
        <source>Copying the database …</source>
        <translation>Copiando la base de datos …</translation>
    </message>
    <message>
        <source>Counsel</source>
        <translation>Asesor jurídico</translation>
    </message>
    <message>
        <source>Counsel has signed</source>
        <translation>El asesor jurídico ha firmado</translation>
    </message>
    <message>
        <source>Counsel’s advice</source>
        <translation>Consejo del asesor jurídico</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Contado</translation>
    </message>
    <message>
        <source>Counted at {at}, {age} ago</source>
        <translation>Contado a las {at}, hace {age}</translation>
    </message>
    <message>
        <source>Counted together with {names}, split from it</source>
        <translation>Cuenta junto con {names}, que se separó de ella</translation>
    </message>
    <message>
        <source>Counting the calls</source>
        <translation>Contando las llamadas</translation>
    </message>
    <message>
        <source>Counting the rows</source>
        <translation>Contando las filas</translation>
    </message>
    <message>
        <source>Country of numbers without one</source>
        <translation>País de los números que no lo llevan</translation>
    </message>
    <message>
        <source>Counts, refuses nothing</source>
        <translation>Cuenta, no rechaza nada</translation>
    </message>
    <message>
        <source>Cover for a shift</source>
        <translation>Cubrir un turno</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Crítica</translation>
    </message>
    <message>
        <source>Ctrl+Shift+M</source>
        <translation>Ctrl+Mayús+M</translation>
    </message>
    <message>
        <source>Ctrl, Shift + click or arrows</source>
        <translation>Ctrl, Mayús + clic o flechas</translation>
    </message>
    <message>
        <source>Cuts off {name} ({role}) within a second: requests are refused, and a window that watches closes.</source>
        <translation>Corta a {name} ({role}) en un segundo: se rechazan sus peticiones y su ventana se cierra.</translation>
    </message>
    <message>
        <source>Daily at {at} ({zone}), into {folder}</source>
        <translation>Cada día a las {at} ({zone}), en {folder}</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Tema oscuro</translation>
    </message>
    <message>
        <source>Databases (*.db)</source>
        <translation>Bases de datos (*.db)</translation>
    </message>
    <message>
        <source>Day root</source>
        <translation>Raíz del día</translation>
    </message>
    <message>
        <source>Days are those of the tenant&apos;s zone. The law counts by campaign: the worst one is named</source>
        <translation>Los días son los de la zona del inquilino. La ley cuenta por campaña: se nombra la peor</translation>
    </message>
    <message>
        <source>Days in UTC, as exports have them</source>
        <translation>Días en UTC, como en las exportaciones</translation>
    </message>
    <message>
        <source>Days without calls</source>
        <translation>Días sin llamadas</translation>
    </message>
    <message>
        <source>Debts fall under Regulation F: 7 tries in 7 days; their calls are kept 3 years after the last</source>
        <translation>Las deudas están bajo el Reglamento F: 7 intentos en 7 días; sus llamadas se guardan 3 años tras la última</translation>
    </message>
    <message>
        <source>Decision time p99</source>
        <translation>Tiempo de decisión p99</translation>
    </message>
    <message>
        <source>Declare a state of emergency</source>
        <translation>Declarar un estado de emergencia</translation>
    </message>
    <message>
        <source>Declare an emergency…</source>
        <translation>Declarar una emergencia…</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>Declarada</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Demora</translation>
    </message>
    <message>
        <source>Delay between calls</source>
        <translation>Demora entre llamadas</translation>
    </message>
    <message>
        <source>Delete the file</source>
        <translation>Borrar el archivo</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Escritorio</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Dialer</source>
        <translation>Marcador</translation>
    </message>
    <message>
        <source>Dialer was replaced</source>
        <translation>Se cambió el marcador</translation>
    </message>
    <message>
        <source>Dialer: asks for calls</source>
        <translation>Marcador: pide llamadas</translation>
    </message>
    <message>
        <source>Dialers get no calls until it runs again. What is on screen is old.</source>
        <translation>Los marcadores no reciben llamadas hasta que vuelva a funcionar. Lo que hay en pantalla es antiguo.</translation>
    </message>
    <message>
        <source>Dialers start a session for a campaign; its contacts are imported into it</source>
        <translation>Los marcadores abren una sesión para una campaña; sus contactos se importan en ella</translation>
    </message>
    <message>
        <source>Dialfloor wallboard</source>
        <translation>Panel mural de Dialfloor</translation>
    </message>
    <message>
        <source>Dialing</source>
        <translation>Marcando</translation>
    </message>
    <message>
        <source>Dialing mode</source>
        <translation>Modo de marcación</translation>
    </message>
    <message>
        <source>Disable user</source>
        <translation>Desactivar usuario</translation>
    </message>
    <message>
        <source>Disable {name}</source>
        <translation>Desactivar a {name}</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>Desactivar…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Discard all changes</source>
        <translation>Descartar todos los cambios</translation>
    </message>
    <message>
        <source>Disposition changed</source>
        <translation>Resultado cambiado</translation>
    </message>
    <message>
        <source>Disposition removed</source>
        <translation>Resultado quitado</translation>
    </message>
    <message>
        <source>Dispositions</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>No llamar</translation>
    </message>
    <message>
        <source>Do not call it</source>
        <translation>No llamarlo</translation>
    </message>
    <message>
        <source>Do-not-call list exported</source>
        <translation>Lista de no llamar exportada</translation>
    </message>
    <message>
        <source>Do-not-call lists</source>
        <translation>Listas de no llamar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Done for {done} of {all}.</source>
        <translation>Hecho para {done} de {all}.</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Abajo</translation>
    </message>
    <message>
        <source>Drops left</source>
        <translation>Libres</translation>
    </message>
    <message>
        <source>Drops left, 30 days</source>
        <translation>Abandonos disponibles, 30 días</translation>
    </message>
    <message>
        <source>ERASE</source>
        <translation>BORRAR</translation>
    </message>
    <message>
        <source>Each day at</source>
        <translation>Cada día a las</translation>
    </message>
    <message>
        <source>Each its mode’s preset</source>
        <translation>Cada uno el valor de su modo</translation>
    </message>
    <message>
        <source>Each mark must be higher than the one before</source>
        <translation>Cada marca debe ser mayor que la anterior</translation>
    </message>
    <message>
        <source>Each night’s copy takes as much room as the database</source>
        <translation>La copia de cada noche ocupa tanto como la base de datos</translation>
    </message>
    <message>
        <source>Each of the last 30 days, line at 3 %</source>
        <translation>Cada uno de los últimos 30 días, línea en 3 %</translation>
    </message>
    <message>
        <source>Each person and each dialer is a user with one role. A role that is changed holds at once.</source>
        <translation>Cada persona y cada marcador es un usuario con un rol. Un cambio de rol rige de inmediato.</translation>
    </message>
    <message>
        <source>Each record carries the hash of the one before: none can be taken out</source>
        <translation>Cada entrada lleva la huella de la anterior: ninguna se puede quitar</translation>
    </message>
    <message>
        <source>Edit all…</source>
        <translation>Editar todos…</translation>
    </message>
    <message>
        <source>Edit its limits</source>
        <translation>Editar sus límites</translation>
    </message>
    <message>
        <source>Edit limit</source>
        <translation>Editar límite</translation>
    </message>
    <message>
        <source>Edit limit</source>
        <comment>one of three buttons in a row</comment>
        <translation>Límite</translation>
    </message>
    <message>
        <source>Edit limits</source>
        <translation>Editar límites</translation>
    </message>
    <message numerus="yes">
        <source>Edit limits of %Ln agents</source>
        <translation>
            <numerusform>Editar los límites de %Ln agente</numerusform>
            <numerusform>Editar los límites de %Ln agentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit limits of %n agents</source>
        <translation>
            <numerusform>Editar los límites de %n agente</numerusform>
            <numerusform>Editar los límites de %n agentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit limits of %n agents…</source>
        <translation>
            <numerusform>Editar los límites de %n agente…</numerusform>
            <numerusform>Editar los límites de %n agentes…</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit limits of the chosen agents</source>
        <translation>Editar los límites de los agentes elegidos</translation>
    </message>
    <message>
        <source>Edit limits…</source>
        <translation>Editar límites…</translation>
    </message>
    <message>
        <source>Edit proposed</source>
        <translation>Cambio propuesto</translation>
    </message>
    <message>
        <source>Edit the agent&apos;s limits (L)</source>
        <translation>Editar los límites del agente (L)</translation>
    </message>
    <message>
        <source>Edit the chosen agent&apos;s limits (L)</source>
        <translation>Editar los límites del agente elegido (L)</translation>
    </message>
    <message>
        <source>Edit the limits of the alert&apos;s agent</source>
        <translation>Editar los límites del agente de la alerta</translation>
    </message>
    <message>
        <source>Edit {rule}</source>
        <translation>Editar {rule}</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Editada</translation>
    </message>
    <message>
        <source>Edited or signed</source>
        <translation>Con cambios</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>Vigencia</translation>
    </message>
    <message>
        <source>Effective limits</source>
        <translation>Límites efectivos</translation>
    </message>
    <message>
        <source>Effective: {dates}</source>
        <translation>Vigencia: {dates}</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Emergencies ({count})</source>
        <translation>Emergencias ({count})</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Emergencia</translation>
    </message>
    <message>
        <source>Emergency in {place}</source>
        <translation>Emergencia en {place}</translation>
    </message>
    <message>
        <source>Enable user</source>
        <translation>Activar usuario</translation>
    </message>
    <message>
        <source>Enable {name}</source>
        <translation>Activar a {name}</translation>
    </message>
    <message>
        <source>Enable…</source>
        <translation>Activar…</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message numerus="yes">
        <source>End %Ln sessions</source>
        <translation>
            <numerusform>Terminar %Ln sesión</numerusform>
            <numerusform>Terminar %Ln sesiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n sessions…</source>
        <translation>
            <numerusform>Terminar %n sesión…</numerusform>
            <numerusform>Terminar %n sesiones…</numerusform>
        </translation>
    </message>
    <message>
        <source>End of campaign</source>
        <translation>Fin de la campaña</translation>
    </message>
    <message>
        <source>End of shift</source>
        <translation>Fin del turno</translation>
    </message>
    <message>
        <source>End of trial</source>
        <translation>Fin de la prueba</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Terminar la sesión</translation>
    </message>
    <message>
        <source>End session</source>
        <comment>one of three buttons in a row</comment>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>End session…</source>
        <translation>Terminar la sesión…</translation>
    </message>
    <message>
        <source>End the chosen sessions</source>
        <translation>Terminar las sesiones elegidas</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>Terminar la sesión</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Ended by itself</source>
        <translation>Terminó sola</translation>
    </message>
    <message>
        <source>Ended sessions</source>
        <translation>Sesiones terminadas</translation>
    </message>
    <message>
        <source>Ended {time} by {who}</source>
        <translation>Terminada a las {time} por {who}</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Termina</translation>
    </message>
    <message>
        <source>Ends by itself at {time}</source>
        <translation>Termina sola a las {time}</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>Terminar…</translation>
    </message>
    <message>
        <source>Enforce</source>
        <translation>Exigir</translation>
    </message>
    <message>
        <source>Enforce: refuse calls over the limit</source>
        <translation>Exigir: rechazar llamadas por encima del límite</translation>
    </message>
    <message>
        <source>Enforcement</source>
        <translation>Aplicación</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation>Anotado por error</translation>
    </message>
    <message>
        <source>Erase a number…</source>
        <translation>Borrar un número…</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message>
        <source>Erase one person’s number</source>
        <translation>Borrar el número de una persona</translation>
    </message>
    <message>
        <source>Erased from {calls} and {contacts}</source>
        <translation>Borrado de {calls} y {contacts}</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Every act and every row of the log is chained: what was changed, deleted or put in later is found.</source>
        <translation>Cada acto y cada fila del registro están encadenados: se halla lo que se cambió, borró o metió después.</translation>
    </message>
    <message>
        <source>Every agent, live</source>
        <translation>Cada agente, en vivo</translation>
    </message>
    <message>
        <source>Every call that a machine dials</source>
        <translation>Toda llamada que marca una máquina</translation>
    </message>
    <message>
        <source>Every call with its times, place, agent, outcome and notes, as CSV.</source>
        <translation>Cada llamada con sus horas, lugar, agente, resultado y notas, como CSV.</translation>
    </message>
    <message>
        <source>Every campaign has rules of its own</source>
        <translation>Cada campaña tiene reglas propias</translation>
    </message>
    <message>
        <source>Every campaign without rules of its own</source>
        <translation>Cada campaña sin reglas propias</translation>
    </message>
    <message>
        <source>Every deed</source>
        <translation>Todos los actos</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>Toda clase</translation>
    </message>
    <message>
        <source>Every line is read; the list is counted and put in force …</source>
        <translation>Se han leído todas las líneas; la lista se cuenta y entra en vigor …</translation>
    </message>
    <message>
        <source>Every place</source>
        <translation>Todo lugar</translation>
    </message>
    <message>
        <source>Every session, live and past</source>
        <translation>Cada sesión, viva y pasada</translation>
    </message>
    <message>
        <source>Every try that a limit refused, folded by the minute, as CSV.</source>
        <translation>Cada intento que un límite rechazó, agrupado por minuto, como CSV.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Everything is as it was written; nothing that is refused went out. Checked {at} by {who}, in {took}.</source>
        <translation>Todo está como se escribió; no salió nada que se rechace. Comprobado {at} por {who}, en {took}.</translation>
    </message>
    <message>
        <source>Everything is shown at {scale} % from the next start of Dialfloor on.</source>
        <translation>Todo se muestra al {scale} % desde el próximo arranque de Dialfloor.</translation>
    </message>
    <message>
        <source>Everything of the tenant</source>
        <translation>Todo lo del inquilino</translation>
    </message>
    <message>
        <source>Everything works. From here on the floor is where you look.</source>
        <translation>Todo funciona. Desde ahora mire en el piso.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Evidence file</source>
        <translation>Archivo de pruebas</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Caducada</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export begun</source>
        <translation>Exportación iniciada</translation>
    </message>
    <message>
        <source>Export calls</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export calls to</source>
        <translation>Exportar llamadas a</translation>
    </message>
    <message>
        <source>Export calls to CSV</source>
        <translation>Exportar llamadas a CSV</translation>
    </message>
    <message>
        <source>Export calls to CSV (Ctrl+E)</source>
        <translation>Exportar llamadas a CSV (Ctrl+E)</translation>
    </message>
    <message>
        <source>Export each night</source>
        <translation>Exportar cada noche</translation>
    </message>
    <message>
        <source>Export failed</source>
        <translation>La exportación falló</translation>
    </message>
    <message>
        <source>Export finished</source>
        <translation>Exportación acabada</translation>
    </message>
    <message>
        <source>Export now</source>
        <translation>Exportar ahora</translation>
    </message>
    <message>
        <source>Export saved as a preset</source>
        <translation>Exportación guardada como modelo</translation>
    </message>
    <message>
        <source>Export scheduled</source>
        <translation>Exportación programada</translation>
    </message>
    <message>
        <source>Export stopped</source>
        <translation>Exportación parada</translation>
    </message>
    <message>
        <source>Exported file removed</source>
        <translation>Archivo exportado quitado</translation>
    </message>
    <message>
        <source>Exported file taken</source>
        <translation>Archivo exportado descargado</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportaciones</translation>
    </message>
    <message>
        <source>Exports that were made</source>
        <translation>Exportaciones hechas</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Facts to send along when you ask for help. No token and no phone number is among them.</source>
        <translation>Datos para enviar al pedir ayuda. No hay entre ellos ningún token ni número de teléfono.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>Falsa alarma</translation>
    </message>
    <message>
        <source>Feed: {state}</source>
        <translation>Señal: {state}</translation>
    </message>
    <message>
        <source>Fetch the list from the registry and import it: Compliance, Lists. Contacts that wait for it are looked at again at once.</source>
        <translation>Baje la lista del registro e impórtela: Cumplimiento, Listas. Los contactos que la esperan se revisan al momento.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Files of the national list</source>
        <translation>Archivos de la lista nacional</translation>
    </message>
    <message>
        <source>Files that stay</source>
        <translation>Archivos que quedan</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Filter agents</source>
        <translation>Filtrar agentes</translation>
    </message>
    <message>
        <source>Filter by limit, mode, state, campaign</source>
        <translation>Filtrar por límite, modo, estado, campaña</translation>
    </message>
    <message>
        <source>Filter the table by agent, campaign, mode or state</source>
        <translation>Filtrar la tabla por agente, campaña, modo o estado</translation>
    </message>
    <message>
        <source>Filter {choice}: press to take it back</source>
        <translation>Filtro {choice}: pulse para quitarlo</translation>
    </message>
    <message>
        <source>Filter {what}: press to take it back</source>
        <translation>Filtro {what}: pulse para quitarlo</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Filters (Shift+F)</source>
        <translation>Filtros (Mayús+F)</translation>
    </message>
    <message>
        <source>Filters in force</source>
        <translation>Filtros en vigor</translation>
    </message>
    <message>
        <source>Find a command or an agent</source>
        <translation>Buscar una orden o un agente</translation>
    </message>
    <message>
        <source>Find a number</source>
        <translation>Buscar un número</translation>
    </message>
    <message>
        <source>Find a number or a session</source>
        <translation>Buscar un número o una sesión</translation>
    </message>
    <message>
        <source>Find a number: 212 555 0134</source>
        <translation>Buscar un número: 212 555 0134</translation>
    </message>
    <message>
        <source>Find agent or campaign  (/)</source>
        <translation>Buscar agente o campaña  (/)</translation>
    </message>
    <message>
        <source>Find agent, campaign, state  (/)</source>
        <translation>Buscar agente, campaña, estado  (/)</translation>
    </message>
    <message>
        <source>Find an agent or words (/)</source>
        <translation>Buscar un agente o palabras (/)</translation>
    </message>
    <message>
        <source>Find an agent, campaign or state</source>
        <translation>Buscar un agente, una campaña o un estado</translation>
    </message>
    <message>
        <source>Find in the alerts</source>
        <translation>Buscar en las alertas</translation>
    </message>
    <message>
        <source>Find sessions by agent or campaign</source>
        <translation>Buscar sesiones por agente o campaña</translation>
    </message>
    <message>
        <source>First lines of the file</source>
        <translation>Primeras líneas del archivo</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Primeras filas</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>First steps are in the palette (Ctrl+K) whenever you want to go on</source>
        <translation>Los primeros pasos están en la paleta (Ctrl+K) para cuando quiera seguir</translation>
    </message>
    <message>
        <source>First wrong: {record}{at}: {why} ({rule})</source>
        <translation>Primer error: {record}{at}: {why} ({rule})</translation>
    </message>
    <message>
        <source>Fit all</source>
        <translation>Ver todo</translation>
    </message>
    <message>
        <source>Five steps, about two minutes. Each ticks itself once it has happened.</source>
        <translation>Cinco pasos, unos dos minutos. Cada uno se marca solo cuando ha ocurrido.</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fijo</translation>
    </message>
    <message>
        <source>Fixed: {why}</source>
        <translation>Fijo: {why}</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Piso</translation>
    </message>
    <message>
        <source>Floor table, one row an agent</source>
        <translation>Tabla del piso, una fila por agente</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>For 1 hour, until {time}</source>
        <translation>Durante 1 hora, hasta las {time}</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Para siempre</translation>
    </message>
    <message>
        <source>For example: 12345678-01</source>
        <translation>Por ejemplo: 12345678-01</translation>
    </message>
    <message>
        <source>For example: 212 555 0134</source>
        <translation>Por ejemplo: 212 555 0134</translation>
    </message>
    <message>
        <source>For example: Gold</source>
        <translation>Por ejemplo: Oro</translation>
    </message>
    <message>
        <source>For example: Northgate Collections</source>
        <translation>Por ejemplo: Cobranzas Northgate</translation>
    </message>
    <message>
        <source>For example: Spring reminders</source>
        <translation>Por ejemplo: recordatorios de primavera</translation>
    </message>
    <message>
        <source>For example: Tom Weber, or Dialer 4</source>
        <translation>Por ejemplo: Tom Weber, o Marcador 4</translation>
    </message>
    <message>
        <source>For example: complaints from the 212 area</source>
        <translation>Por ejemplo: quejas de la zona 212</translation>
    </message>
    <message>
        <source>For example: signed web form of 2026-11-20, copy in the file</source>
        <translation>Por ejemplo: formulario web firmado el 2026-11-20, copia en el expediente</translation>
    </message>
    <message>
        <source>For example: {name}, second script</source>
        <translation>Por ejemplo: {name}, segundo guion</translation>
    </message>
    <message>
        <source>For the rest of the day, until {time}</source>
        <translation>El resto del día, hasta las {time}</translation>
    </message>
    <message>
        <source>For {user}, who may act as {role}.</source>
        <translation>Para {user}, que puede actuar como {role}.</translation>
    </message>
    <message>
        <source>Found a mistake, stop until it is mended</source>
        <translation>Se halló un error, parar hasta corregirlo</translation>
    </message>
    <message>
        <source>Free slots over the coming hour</source>
        <translation>Cupos libres durante la próxima hora</translation>
    </message>
    <message>
        <source>Free slots, next hour</source>
        <translation>Cupos libres, próxima hora</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Congelar</translation>
    </message>
    <message>
        <source>Freeze or unfreeze the screen</source>
        <translation>Congelar o descongelar la pantalla</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>vie</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>From CSV…</source>
        <translation>Desde CSV…</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>Desde este día</translation>
    </message>
    <message>
        <source>From {clocks}</source>
        <translation>Desde {clocks}</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Desde … hasta …</translation>
    </message>
    <message>
        <source>Frozen {age}</source>
        <translation>Congelado {age}</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Gap between calls</source>
        <translation>Pausa entre llamadas</translation>
    </message>
    <message>
        <source>Give this user the right to write to the folder, or free space on its disk, then try again.</source>
        <translation>Dé a este usuario permiso para escribir en la carpeta, o libere espacio en el disco, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Go back to them</source>
        <translation>Volver a ellos</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Go to its detail</source>
        <translation>Ir a su detalle</translation>
    </message>
    <message>
        <source>Go to the chosen agent</source>
        <translation>Ir al agente elegido</translation>
    </message>
    <message>
        <source>Go to the floor</source>
        <translation>Ir al piso</translation>
    </message>
    <message>
        <source>Go to the session’s agent on the floor</source>
        <translation>Ir al agente de la sesión en el piso</translation>
    </message>
    <message>
        <source>Go to the table</source>
        <translation>Ir a la tabla</translation>
    </message>
    <message>
        <source>Go to {view}</source>
        <translation>Ir a {view}</translation>
    </message>
    <message>
        <source>Goes next</source>
        <translation>Se borra ahora</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>Recibió</translation>
    </message>
    <message>
        <source>Gravest first</source>
        <translation>Las más graves primero</translation>
    </message>
    <message>
        <source>Grew worse</source>
        <translation>Empeoró</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>Entregada</translation>
    </message>
    <message>
        <source>Has a session and may call; no call is out</source>
        <translation>Tiene sesión y puede llamar; no hay llamada en curso</translation>
    </message>
    <message>
        <source>Have the dialer start a new session. It ends by itself with that, or a day later.</source>
        <translation>Haga que el marcador abra una sesión nueva. Termina sola con eso, o un día después.</translation>
    </message>
    <message>
        <source>Heads (*.json)</source>
        <translation>Cabeceras (*.json)</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>Escucharlo</translation>
    </message>
    <message>
        <source>Heat map of calls, one row an agent, one column a minute</source>
        <translation>Mapa de calor de llamadas, una fila por agente, una columna por minuto</translation>
    </message>
    <message>
        <source>Heat map or table</source>
        <translation>Mapa de calor o tabla</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Retenido</translation>
    </message>
    <message>
        <source>Held one by one</source>
        <translation>Retenidos uno a uno</translation>
    </message>
    <message>
        <source>Held since</source>
        <translation>Retenido desde</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Help on what is seen</source>
        <translation>Ayuda sobre lo que se ve</translation>
    </message>
    <message>
        <source>Help: {view}</source>
        <translation>Ayuda: {view}</translation>
    </message>
    <message>
        <source>Hide number</source>
        <translation>Ocultar el número</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>High contrast theme</source>
        <translation>Tema de alto contraste</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>History of limits</source>
        <translation>Historial de límites</translation>
    </message>
    <message>
        <source>History of the rule</source>
        <translation>Historial de la regla</translation>
    </message>
    <message>
        <source>Hold the screen still; the floor goes on (F)</source>
        <translation>Detener la pantalla; el piso sigue (F)</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Rige</translation>
    </message>
    <message>
        <source>Holds from (empty: at once)</source>
        <translation>Vale desde (vacío: ya)</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Festivo</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Inicio, Fin</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Housekeeping of the engine. No job decides anything: one that is late changes no answer.</source>
        <translation>Mantenimiento del motor. Ninguna tarea decide nada: si una llega tarde no cambia ninguna respuesta.</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>How far the check is</source>
        <translation>Cuánto lleva la comprobación</translation>
    </message>
    <message>
        <source>How far the import is</source>
        <translation>Cuánto lleva la importación</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Cuánto dura</translation>
    </message>
    <message>
        <source>How long it holds</source>
        <translation>Cuánto tiempo rige</translation>
    </message>
    <message>
        <source>How long proof is kept and why, what goes next, and what a legal hold keeps from going.</source>
        <translation>Cuánto se guardan las pruebas y por qué, qué se borra ahora y qué guarda una retención legal.</translation>
    </message>
    <message>
        <source>How long rows are kept, and why. Nothing is deleted sooner than the law or a limit needs it.</source>
        <translation>Cuánto tiempo se guardan las filas, y por qué. Nada se borra antes de lo que la ley o un límite necesita.</translation>
    </message>
    <message>
        <source>How much is sent</source>
        <translation>Cuánto se ha enviado</translation>
    </message>
    <message>
        <source>However it is written; it is shown masked from then on</source>
        <translation>Escrito como sea; desde entonces se muestra oculto</translation>
    </message>
    <message>
        <source>However it is written; nothing is said of what was found until it is erased</source>
        <translation>Escrito como sea; no se dice qué se halló hasta que se borra</translation>
    </message>
    <message>
        <source>I accept that these are gone</source>
        <translation>Acepto que esto se pierde</translation>
    </message>
    <message>
        <source>I am seeing to it</source>
        <translation>Yo me ocupo</translation>
    </message>
    <message>
        <source>I have looked again: this number may be called by every campaign of the tenant</source>
        <translation>Lo he mirado de nuevo: cada campaña del inquilino puede llamar a este número</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>If there is something to say: at least 3 letters</source>
        <translation>Si hay algo que decir: al menos 3 letras</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Import a national list</source>
        <translation>Importar una lista nacional</translation>
    </message>
    <message>
        <source>Import another soon</source>
        <translation>Importe otra pronto</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>Importar contactos</translation>
    </message>
    <message>
        <source>Import contacts from</source>
        <translation>Importar contactos de</translation>
    </message>
    <message>
        <source>Import contacts from a file</source>
        <translation>Importar contactos de un archivo</translation>
    </message>
    <message>
        <source>Import contacts…</source>
        <translation>Importar contactos…</translation>
    </message>
    <message>
        <source>Import national list…</source>
        <translation>Importar lista nacional…</translation>
    </message>
    <message>
        <source>Import numbers</source>
        <translation>Importar números</translation>
    </message>
    <message>
        <source>Import numbers…</source>
        <translation>Importar números…</translation>
    </message>
    <message>
        <source>Import of a national list begun</source>
        <translation>Importación de lista nacional iniciada</translation>
    </message>
    <message>
        <source>Import of a national list stopped</source>
        <translation>Importación de lista nacional parada</translation>
    </message>
    <message>
        <source>Import stopped</source>
        <translation>Importación parada</translation>
    </message>
    <message>
        <source>Import to a list stopped</source>
        <translation>Importación a una lista parada</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>Importar {file}</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importada</translation>
    </message>
    <message>
        <source>Imported into {campaign}: {outcome}.</source>
        <translation>Importado en {campaign}: {outcome}.</translation>
    </message>
    <message>
        <source>In any 60 minutes, over all its sessions; 0 blocks</source>
        <translation>En 60 minutos cualesquiera, sumando sus sesiones; 0 bloquea</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigor</translation>
    </message>
    <message>
        <source>In the last hour, beside the limit of the session&apos;s agent. Enter shows the calls.</source>
        <translation>En la última hora, junto al límite del agente de la sesión. Intro muestra las llamadas.</translation>
    </message>
    <message>
        <source>In the next 48 hours it may be called: {spans} (your time)</source>
        <translation>En las próximas 48 horas se puede llamar: {spans} (su hora)</translation>
    </message>
    <message>
        <source>In the next 48 hours it may not be called at all</source>
        <translation>En las próximas 48 horas no se puede llamar nunca</translation>
    </message>
    <message>
        <source>In {folder}/backups. The database has {size}; {free} are free. The newest {kept} made here are kept.</source>
        <translation>En {folder}/backups. La base de datos ocupa {size}; hay {free} libres. Se conservan las {kept} más nuevas hechas aquí.</translation>
    </message>
    <message>
        <source>Inherit</source>
        <translation>Heredar</translation>
    </message>
    <message>
        <source>Initiated</source>
        <translation>Iniciada</translation>
    </message>
    <message>
        <source>Interested</source>
        <translation>Interesado</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>En</translation>
    </message>
    <message>
        <source>Into campaign</source>
        <translation>En la campaña</translation>
    </message>
    <message>
        <source>Is to say</source>
        <translation>Dirá</translation>
    </message>
    <message>
        <source>It binds every number of the state’s area codes</source>
        <translation>Obliga a todo número de los prefijos del estado</translation>
    </message>
    <message>
        <source>It binds every tenant of this folder, beside what a tenant’s own calling hours say.</source>
        <translation>Obliga a cada inquilino de esta carpeta, además de lo que diga su propio horario de llamadas.</translation>
    </message>
    <message>
        <source>It changes no decision, and holds at once.</source>
        <translation>No cambia ninguna decisión, y vale ya.</translation>
    </message>
    <message>
        <source>It ended without an answer; try again</source>
        <translation>Terminó sin respuesta; inténtelo de nuevo</translation>
    </message>
    <message>
        <source>It forbids some calls and lets others through: a second person has to approve it first.</source>
        <translation>Prohíbe unas llamadas y deja pasar otras: antes tiene que aprobarlo una segunda persona.</translation>
    </message>
    <message>
        <source>It gave no reason.</source>
        <translation>No dio ningún motivo.</translation>
    </message>
    <message numerus="yes">
        <source>It holds at once for %n tokens in force; windows that watch with them follow.</source>
        <translation>
            <numerusform>Rige de inmediato para %n token vigente; las ventanas que miran con él lo siguen.</numerusform>
            <numerusform>Rige de inmediato para %n tokens vigentes; las ventanas que miran con ellos lo siguen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It holds from the next clean-up on. What is deleted is gone from the log and from exports.</source>
        <translation>Rige desde la próxima limpieza. Lo borrado desaparece del registro y de las exportaciones.</translation>
    </message>
    <message>
        <source>It is being started again. No dialer gets a call until then.</source>
        <translation>Se está arrancando de nuevo. Ningún marcador recibe llamadas hasta entonces.</translation>
    </message>
    <message>
        <source>It is so already</source>
        <translation>Ya es así</translation>
    </message>
    <message>
        <source>It leaves the list in every window. It comes back if it grows worse, or ends and returns.</source>
        <translation>Sale de la lista en todas las ventanas. Vuelve si empeora, o si termina y regresa.</translation>
    </message>
    <message>
        <source>It may be given tokens again. Tokens that were revoked stay revoked.</source>
        <translation>Puede volver a recibir tokens. Los tokens revocados siguen revocados.</translation>
    </message>
    <message>
        <source>It says now: {says}</source>
        <translation>Ahora dice: {says}</translation>
    </message>
    <message>
        <source>It sets no limit at first: give it limits, then move tenants to it</source>
        <translation>Al principio no fija ningún límite: déle límites y después pase inquilinos a él</translation>
    </message>
    <message>
        <source>It starts a session with this request; the agent appears on the floor at once.</source>
        <translation>Abre una sesión con esta petición; el agente aparece en el piso de inmediato.</translation>
    </message>
    <message>
        <source>It takes effect at the next decision, for every tenant of this folder.</source>
        <translation>Vale desde la próxima decisión, para cada inquilino de esta carpeta.</translation>
    </message>
    <message>
        <source>It was on a list before; its past is below.</source>
        <translation>Estuvo antes en una lista; su historia está abajo.</translation>
    </message>
    <message>
        <source>Its area code is not in use</source>
        <translation>Su prefijo no se usa</translation>
    </message>
    <message>
        <source>Its calls</source>
        <translation>Sus llamadas</translation>
    </message>
    <message>
        <source>Its calls, whoever was called</source>
        <translation>Sus llamadas, a quien fueran</translation>
    </message>
    <message>
        <source>Its contacts and calls stay its own</source>
        <translation>Sus contactos y llamadas siguen siendo suyos</translation>
    </message>
    <message>
        <source>Its contacts fall under the tenant’s rules from the next decision on.</source>
        <translation>Sus contactos caen bajo las reglas del inquilino desde la próxima decisión.</translation>
    </message>
    <message>
        <source>Its limits</source>
        <translation>Sus límites</translation>
    </message>
    <message>
        <source>Its limits and its tenants stay as they are</source>
        <translation>Sus límites y sus inquilinos quedan como están</translation>
    </message>
    <message>
        <source>Its range moves on: last month is always the last one</source>
        <translation>Su periodo avanza: el mes pasado es siempre el último</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Job run by hand</source>
        <translation>Tarea hecha a mano</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation>Guardar durante</translation>
    </message>
    <message>
        <source>Keep for this long</source>
        <translation>Guardar durante este tiempo</translation>
    </message>
    <message>
        <source>Keep it where nobody who may write the data folder can change it</source>
        <translation>Guárdela donde no pueda cambiarla nadie que escriba en la carpeta de datos</translation>
    </message>
    <message>
        <source>Keep the signature</source>
        <translation>Guardar la firma</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Dejar el suyo</translation>
    </message>
    <message>
        <source>Keep theirs in all</source>
        <translation>Dejar el suyo en todo</translation>
    </message>
    <message>
        <source>Kept as evidence</source>
        <translation>Se guarda como prueba</translation>
    </message>
    <message>
        <source>Kept elsewhere</source>
        <translation>Guardada aparte</translation>
    </message>
    <message>
        <source>Kept in the audit trail; every supervisor can read it</source>
        <translation>Queda en el registro de auditoría; todo supervisor puede leerlo</translation>
    </message>
    <message>
        <source>Kept with the contact as a field</source>
        <translation>Se guarda con el contacto como campo</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Keys (F1)</source>
        <translation>Teclas (F1)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Kinds of rows</source>
        <translation>Clases de filas</translation>
    </message>
    <message>
        <source>LA, TX</source>
        <translation>LA, TX</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Último</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Last 30-day period of the campaign</source>
        <translation>Último periodo de 30 días de la campaña</translation>
    </message>
    <message>
        <source>Last 60 min</source>
        <translation>Últimos 60 min</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last by</source>
        <translation>Último de</translation>
    </message>
    <message>
        <source>Last calls</source>
        <translation>Últimas llamadas</translation>
    </message>
    <message>
        <source>Last clean-up</source>
        <translation>Última limpieza</translation>
    </message>
    <message>
        <source>Last conversation</source>
        <translation>Última conversación</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Última hora</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>El mes pasado</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>Last ran</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Vista por última vez</translation>
    </message>
    <message>
        <source>Last try</source>
        <translation>Último intento</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Usado por última vez</translation>
    </message>
    <message>
        <source>Last: {sentence}</source>
        <translation>Último: {sentence}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Dejar como está</translation>
    </message>
    <message>
        <source>Leave it running</source>
        <translation>Dejarlo en marcha</translation>
    </message>
    <message>
        <source>Leave the engine running?</source>
        <translation>¿Dejar el motor en marcha?</translation>
    </message>
    <message>
        <source>Leave the steps for now</source>
        <translation>Dejar los pasos por ahora</translation>
    </message>
    <message>
        <source>Left the company</source>
        <translation>Dejó la empresa</translation>
    </message>
    <message>
        <source>Left the team</source>
        <translation>Dejó el equipo</translation>
    </message>
    <message>
        <source>Legal hold</source>
        <translation>Retención legal</translation>
    </message>
    <message>
        <source>Legal hold added</source>
        <translation>Retención legal puesta</translation>
    </message>
    <message>
        <source>Legal hold released</source>
        <translation>Retención legal soltada</translation>
    </message>
    <message>
        <source>Legal holds</source>
        <translation>Retenciones legales</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dur.</translation>
    </message>
    <message>
        <source>Less room on the disk</source>
        <translation>Menos espacio en el disco</translation>
    </message>
    <message>
        <source>Let it ring for at least {amount}</source>
        <translation>Dejar sonar al menos {amount}</translation>
    </message>
    <message>
        <source>Let the agent finish the call, end the session and start another, before it ends in mid-work.</source>
        <translation>Deje que el agente acabe la llamada, termine la sesión y abra otra antes de que se corte en pleno trabajo.</translation>
    </message>
    <message>
        <source>Letters, digits, dots and hyphens only</source>
        <translation>Solo letras, cifras, puntos y guiones</translation>
    </message>
    <message>
        <source>Lift the emergency in {place}</source>
        <translation>Levantar la emergencia en {place}</translation>
    </message>
    <message>
        <source>Lift, release or end the chosen one</source>
        <translation>Levantar, soltar o terminar lo elegido</translation>
    </message>
    <message>
        <source>Lifting it is proposed</source>
        <translation>Se propone levantarla</translation>
    </message>
    <message>
        <source>Lift…</source>
        <translation>Levantar…</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Tema claro</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>Limit changed</source>
        <translation>Límite cambiado</translation>
    </message>
    <message>
        <source>Limit set by {source}, {kind}</source>
        <translation>Límite fijado por {source}, {kind}</translation>
    </message>
    <message>
        <source>Limit went back by itself</source>
        <translation>Límite que volvió por sí solo</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Limits from CSV</source>
        <translation>Límites desde CSV</translation>
    </message>
    <message>
        <source>Limits of agents</source>
        <translation>Límites de agentes</translation>
    </message>
    <message>
        <source>Limits of agents, tenant, tiers and system</source>
        <translation>Límites de agentes, inquilino, niveles y sistema</translation>
    </message>
    <message>
        <source>Limits of the system</source>
        <translation>Límites del sistema</translation>
    </message>
    <message>
        <source>Limits of the tenant</source>
        <translation>Límites del inquilino</translation>
    </message>
    <message>
        <source>Limits of the tier</source>
        <translation>Límites del nivel</translation>
    </message>
    <message>
        <source>Limits of {agent}</source>
        <translation>Límites de {agent}</translation>
    </message>
    <message>
        <source>Limits saved: {path}</source>
        <translation>Límites guardados: {path}</translation>
    </message>
    <message>
        <source>Limits then</source>
        <translation>Límites de entonces</translation>
    </message>
    <message>
        <source>Limits, revision {after} and {until}</source>
        <translation>Límites, revisión {after} y {until}</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Line {line} cannot be read; most likely a quote is never closed</source>
        <translation>La línea {line} no se puede leer; lo más probable es que falte cerrar unas comillas</translation>
    </message>
    <message>
        <source>Lines that cannot be imported</source>
        <translation>Líneas que no se pueden importar</translation>
    </message>
    <message>
        <source>Lines that were left out</source>
        <translation>Líneas que quedaron fuera</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>List checked</source>
        <translation>Lista revisada</translation>
    </message>
    <message>
        <source>List of a former dialer</source>
        <translation>Lista de un marcador anterior</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>Lists of the registry (*.txt *.csv);;All files (*)</source>
        <translation>Listas del registro (*.txt *.csv);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Litigation</source>
        <translation>Litigio</translation>
    </message>
    <message>
        <source>Litigator</source>
        <translation>Litigante</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En vivo</translation>
    </message>
    <message>
        <source>Live ones are shown as the feed has them; who started them and the past are missing. F5 asks again.</source>
        <translation>Las vivas se muestran como las da la señal; faltan quién las empezó y el pasado. F5 pregunta de nuevo.</translation>
    </message>
    <message>
        <source>Live sessions</source>
        <translation>Sesiones vivas</translation>
    </message>
    <message>
        <source>Load them (U)</source>
        <translation>Cargarlas (U)</translation>
    </message>
    <message>
        <source>Load what is new</source>
        <translation>Cargar lo nuevo</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>Loading its history…</source>
        <translation>Cargando su historial…</translation>
    </message>
    <message>
        <source>Loading the floor</source>
        <translation>Cargando el piso</translation>
    </message>
    <message>
        <source>Loading what is over…</source>
        <translation>Cargando lo terminado…</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Cargando …</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Hora local</translation>
    </message>
    <message>
        <source>Local time, {zone}</source>
        <translation>Hora local, {zone}</translation>
    </message>
    <message>
        <source>Log checked</source>
        <translation>Registro comprobado</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Mucho</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>Mirar</translation>
    </message>
    <message>
        <source>Look every number up in the national list, at most 31 days old</source>
        <translation>Buscar cada número en la lista nacional, de 31 días como máximo</translation>
    </message>
    <message>
        <source>Look when the next slot frees. Slow the agent down, or raise the limit for the hour with a reason. It ends by itself ten points under its mark.</source>
        <translation>Mire cuándo se libera el próximo cupo. Frene al agente, o suba el límite durante la hora con un motivo. Termina sola diez puntos bajo su marca.</translation>
    </message>
    <message>
        <source>Look-up</source>
        <translation>Consulta</translation>
    </message>
    <message>
        <source>Looked at again {when}</source>
        <translation>Se revisa {when}</translation>
    </message>
    <message>
        <source>Looked up before</source>
        <translation>Consultados antes</translation>
    </message>
    <message>
        <source>Looking through the file …</source>
        <translation>Revisando el archivo …</translation>
    </message>
    <message>
        <source>Looser</source>
        <translation>Más laxo</translation>
    </message>
    <message>
        <source>Lost for good: {rows}. Calls that are lost no longer count against any limit.</source>
        <translation>Se pierde para siempre: {rows}. Las llamadas perdidas ya no cuentan para ningún límite.</translation>
    </message>
    <message>
        <source>Lost token</source>
        <translation>Token perdido</translation>
    </message>
    <message>
        <source>Lower the lines or the pace of the campaign, or bring more agents in, until it falls. Compliance, Abandonment says how many drops are left.</source>
        <translation>Baje las líneas o el ritmo de la campaña, o traiga más agentes, hasta que baje. Cumplimiento, Abandono dice cuántos quedan.</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Máquina</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Made by mistake</source>
        <translation>Creado por error</translation>
    </message>
    <message>
        <source>Made so far</source>
        <translation>Hechas</translation>
    </message>
    <message>
        <source>Make a change back to what was before; it is applied like any other</source>
        <translation>Hacer un cambio de vuelta a lo anterior; se aplica como cualquier otro</translation>
    </message>
    <message>
        <source>Make a tenant</source>
        <translation>Crear un inquilino</translation>
    </message>
    <message>
        <source>Make a token</source>
        <translation>Crear un token</translation>
    </message>
    <message>
        <source>Make a token for your dialer</source>
        <translation>Crear un token para su marcador</translation>
    </message>
    <message>
        <source>Make campaign</source>
        <translation>Crear campaña</translation>
    </message>
    <message>
        <source>Make tenant</source>
        <translation>Crear inquilino</translation>
    </message>
    <message>
        <source>Make tier</source>
        <translation>Crear nivel</translation>
    </message>
    <message>
        <source>Make token</source>
        <translation>Crear token</translation>
    </message>
    <message>
        <source>Make token…</source>
        <translation>Crear token…</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Map of the states: who may be called now. Arrows go from state to state</source>
        <translation>Mapa de los estados: a quién se puede llamar ahora. Las flechas van de estado en estado</translation>
    </message>
    <message>
        <source>Marks of a session&apos;s age</source>
        <translation>Marcas de la edad de una sesión</translation>
    </message>
    <message>
        <source>Marks of abandonment</source>
        <translation>Marcas de abandono</translation>
    </message>
    <message>
        <source>Marks of this agent&apos;s session age</source>
        <translation>Marcas de edad de sesión de este agente</translation>
    </message>
    <message>
        <source>Marks, quiet hours, sound (S)</source>
        <translation>Marcas, horas de silencio, sonido (S)</translation>
    </message>
    <message>
        <source>May I call a number?</source>
        <translation>¿Puedo llamar a un número?</translation>
    </message>
    <message>
        <source>May I call?</source>
        <translation>¿Puedo llamar?</translation>
    </message>
    <message>
        <source>May be called now</source>
        <translation>Se le puede llamar ahora</translation>
    </message>
    <message>
        <source>May one number be called now, and if not, why not. Each look-up is in the audit trail, the number is not.</source>
        <translation>Si se puede llamar ahora a un número y, si no, por qué. Cada consulta queda en la auditoría; el número, no.</translation>
    </message>
    <message>
        <source>Mend what the sentence above says, then try again.</source>
        <translation>Arregle lo que dice la frase de arriba e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Menu, Shift+F10</source>
        <translation>Menú, Mayús+F10</translation>
    </message>
    <message>
        <source>Mine in all</source>
        <translation>El mío en todo</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>lun</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Supervisión</translation>
    </message>
    <message>
        <source>Monthly calls for the auditor</source>
        <translation>Llamadas del mes para el auditor</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More than 0 and at most {most} %</source>
        <translation>Más de 0 y como máximo {most} %</translation>
    </message>
    <message>
        <source>More than {count} new calls</source>
        <translation>Más de {count} llamadas nuevas</translation>
    </message>
    <message>
        <source>More than {count} new refusals</source>
        <translation>Más de {count} rechazos nuevos</translation>
    </message>
    <message>
        <source>More than {most} lines; split the file</source>
        <translation>Más de {most} líneas; divida el archivo</translation>
    </message>
    <message>
        <source>More: commands, other views (Ctrl+K)</source>
        <translation>Más: órdenes, otras vistas (Ctrl+K)</translation>
    </message>
    <message>
        <source>Most of a limit is used. At 100 % the next call or request is refused until the oldest one leaves the rolling window.</source>
        <translation>Se ha usado la mayor parte de un límite. Al 100 % se rechaza la próxima llamada o petición hasta que la más antigua salga de la ventana móvil.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Move to another tier…</source>
        <translation>Mover a otro nivel…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name of the new campaign</source>
        <translation>Nombre de la campaña nueva</translation>
    </message>
    <message>
        <source>National list</source>
        <translation>Lista nacional</translation>
    </message>
    <message>
        <source>National list imported</source>
        <translation>Lista nacional importada</translation>
    </message>
    <message>
        <source>National list: {state}. {age}</source>
        <translation>Lista nacional: {state}. {age}</translation>
    </message>
    <message>
        <source>Near a limit</source>
        <translation>Cerca de un límite</translation>
    </message>
    <message>
        <source>Near a limit from</source>
        <translation>Cerca de un límite desde</translation>
    </message>
    <message>
        <source>Near its limit: {level}</source>
        <translation>Cerca de su límite: {level}</translation>
    </message>
    <message>
        <source>Near or at their limit</source>
        <translation>Cerca de su límite o en él</translation>
    </message>
    <message>
        <source>Never changed</source>
        <translation>Nunca cambiado</translation>
    </message>
    <message>
        <source>Never paused</source>
        <translation>Nunca en pausa</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>Campaña nueva</translation>
    </message>
    <message>
        <source>New campaign…</source>
        <translation>Campaña nueva…</translation>
    </message>
    <message>
        <source>New contract</source>
        <translation>Contrato nuevo</translation>
    </message>
    <message>
        <source>New duties</source>
        <translation>Tareas nuevas</translation>
    </message>
    <message>
        <source>New export</source>
        <translation>Exportación nueva</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Regla nueva</translation>
    </message>
    <message>
        <source>New rule…</source>
        <translation>Regla nueva…</translation>
    </message>
    <message>
        <source>New shift hours</source>
        <translation>Nuevo horario de turno</translation>
    </message>
    <message>
        <source>New tier</source>
        <translation>Nivel nuevo</translation>
    </message>
    <message>
        <source>New tier…</source>
        <translation>Nivel nuevo…</translation>
    </message>
    <message>
        <source>New: user, token, campaign, backup</source>
        <translation>Nuevo: usuario, token, campaña, copia</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Lo más nuevo primero</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próxima</translation>
    </message>
    <message>
        <source>Next clean-up {when}: it deletes {rows}</source>
        <translation>Próxima limpieza {when}: borra {rows}</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Próxima vez</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Sección siguiente</translation>
    </message>
    <message>
        <source>Next slot</source>
        <translation>Próximo cupo</translation>
    </message>
    <message>
        <source>Next theme: dark, light, high contrast</source>
        <translation>Tema siguiente: oscuro, claro, alto contraste</translation>
    </message>
    <message>
        <source>No agent has the id {id}; leave it out to go by name</source>
        <translation>Ningún agente tiene el id {id}; déjelo vacío para ir por el nombre</translation>
    </message>
    <message>
        <source>No agent is called that</source>
        <translation>Ningún agente se llama así</translation>
    </message>
    <message>
        <source>No agent matches the filter.</source>
        <translation>Ningún agente pasa el filtro.</translation>
    </message>
    <message>
        <source>No agent matches the filter. Esc clears it.</source>
        <translation>Ningún agente pasa el filtro. Esc lo borra.</translation>
    </message>
    <message>
        <source>No agent matches. Esc clears the filter.</source>
        <translation>Ningún agente coincide. Esc borra el filtro.</translation>
    </message>
    <message>
        <source>No agent yet. An agent appears with its dialer’s first session; then its limits are edited here.</source>
        <translation>Aún no hay agentes. Un agente aparece con la primera sesión de su marcador; entonces se editan aquí sus límites.</translation>
    </message>
    <message>
        <source>No alert is open</source>
        <translation>No hay alertas abiertas</translation>
    </message>
    <message>
        <source>No alert is over yet. One that ends by itself, or is resolved with R, is kept here.</source>
        <translation>Ninguna alerta ha terminado aún. Las que terminan solas, o se resuelven con R, se guardan aquí.</translation>
    </message>
    <message>
        <source>No alert is snoozed. An open one is silenced for a while with Z.</source>
        <translation>Ninguna alerta está pospuesta. Una abierta se silencia un rato con Z.</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>No batch was cut</source>
        <translation>No se recortó ningún lote</translation>
    </message>
    <message>
        <source>No call changes</source>
        <translation>No cambia ninguna llamada</translation>
    </message>
    <message>
        <source>No call for</source>
        <translation>Sin llamadas durante</translation>
    </message>
    <message>
        <source>No call for {hours} h after a conversation</source>
        <translation>Sin llamadas {hours} h tras una conversación</translation>
    </message>
    <message>
        <source>No call for {hours} h after an abandoned one, unless an agent is guaranteed</source>
        <translation>Sin llamadas {hours} h tras una abandonada, salvo con agente asegurado</translation>
    </message>
    <message>
        <source>No call goes there any more: at once, for every tenant and campaign of this folder, also where the rules only count or are not asked. To lift it again takes a second person.</source>
        <translation>Desde ya no sale ninguna llamada hacia allí: vale para cada inquilino y campaña de esta carpeta, también donde las reglas solo cuentan o no se consultan. Para levantarlo hace falta una segunda persona.</translation>
    </message>
    <message>
        <source>No call in the last hour.</source>
        <translation>Ninguna llamada en la última hora.</translation>
    </message>
    <message>
        <source>No call is let through that is forbidden now: it holds from the next decision on.</source>
        <translation>No deja pasar ninguna llamada que ahora esté prohibida: vale desde la próxima decisión.</translation>
    </message>
    <message>
        <source>No call of the last hour would have been refused</source>
        <translation>No se habría rechazado ninguna llamada de la última hora</translation>
    </message>
    <message>
        <source>No call yet. Import contacts, point a dialer here, and calls come in by themselves.</source>
        <translation>Aún no hay llamadas. Importe contactos, apunte aquí un marcador y las llamadas llegarán solas.</translation>
    </message>
    <message>
        <source>No calls go there</source>
        <translation>No se llama allí</translation>
    </message>
    <message>
        <source>No calls on</source>
        <translation>Sin llamadas en</translation>
    </message>
    <message>
        <source>No calls on this day of the week</source>
        <translation>Sin llamadas en este día de la semana</translation>
    </message>
    <message>
        <source>No calls on {date}</source>
        <translation>Sin llamadas el {date}</translation>
    </message>
    <message>
        <source>No calls to the national list, in a copy of at most 31 days</source>
        <translation>Sin llamadas a la lista nacional, en una copia de 31 días como máximo</translation>
    </message>
    <message>
        <source>No calls while a state of emergency holds</source>
        <translation>Sin llamadas durante un estado de emergencia</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Aún no hay llamadas</translation>
    </message>
    <message>
        <source>No calls: {days}</source>
        <translation>Sin llamadas: {days}</translation>
    </message>
    <message>
        <source>No campaign</source>
        <translation>Sin campaña</translation>
    </message>
    <message>
        <source>No campaign calls it from the next decision on; contacts with it leave their queues.</source>
        <translation>Ninguna campaña lo llama desde la próxima decisión; sus contactos salen de las colas.</translation>
    </message>
    <message>
        <source>No campaign yet. Make one under Admin, Campaigns.</source>
        <translation>Aún no hay campañas. Cree una en Administración, Campañas.</translation>
    </message>
    <message>
        <source>No campaign yet. Make one with “New campaign…”.</source>
        <translation>Aún no hay campañas. Cree una con «Campaña nueva…».</translation>
    </message>
    <message>
        <source>No campaign: any session may get them</source>
        <translation>Sin campaña: cualquier sesión puede recibirlos</translation>
    </message>
    <message>
        <source>No changes are left</source>
        <translation>No quedan cambios</translation>
    </message>
    <message>
        <source>No changes. Enter, F2 or a double click on a cell edits it.</source>
        <translation>Sin cambios. Intro, F2 o doble clic en una celda la edita.</translation>
    </message>
    <message>
        <source>No consent is known</source>
        <translation>No consta ningún consentimiento</translation>
    </message>
    <message>
        <source>No contact is due</source>
        <translation>Ningún contacto pendiente</translation>
    </message>
    <message>
        <source>No contact is due here</source>
        <translation>Aquí no hay contactos pendientes</translation>
    </message>
    <message>
        <source>No contact is held back by a rule of its own</source>
        <translation>Ningún contacto está retenido por una regla propia</translation>
    </message>
    <message>
        <source>No contacts</source>
        <translation>Sin contactos</translation>
    </message>
    <message>
        <source>No copy yet. Make one with “Back up now”.</source>
        <translation>Aún no hay copias. Haga una con «Copiar ahora».</translation>
    </message>
    <message>
        <source>No difference is needed any more</source>
        <translation>La diferencia ya no hace falta</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>Sin motor</translation>
    </message>
    <message>
        <source>No engine answers</source>
        <translation>Ningún motor responde</translation>
    </message>
    <message>
        <source>No file is chosen yet</source>
        <translation>Aún no se ha elegido ningún archivo</translation>
    </message>
    <message>
        <source>No legal hold is on</source>
        <translation>No hay ninguna retención legal</translation>
    </message>
    <message>
        <source>No legal hold is on. Set one (N) before a deletion or an erasure would take proof away.</source>
        <translation>No hay ninguna retención legal. Ponga una (N) antes de que un borrado se lleve pruebas.</translation>
    </message>
    <message>
        <source>No limit was edited yet. Each edit is kept here with who, when and why.</source>
        <translation>Aún no se editó ningún límite. Cada cambio se guarda aquí con quién, cuándo y por qué.</translation>
    </message>
    <message>
        <source>No limits</source>
        <translation>Sin límites</translation>
    </message>
    <message>
        <source>No list was imported yet</source>
        <translation>Aún no se importó ninguna lista</translation>
    </message>
    <message>
        <source>No list yet</source>
        <translation>Aún sin lista</translation>
    </message>
    <message>
        <source>No national list was imported.</source>
        <translation>No se importó ninguna lista nacional.</translation>
    </message>
    <message>
        <source>No open alert: nothing calls for anybody now. What raises one stands in the settings (S).</source>
        <translation>Ninguna alerta abierta: nada llama a nadie ahora. Qué las abre está en los ajustes (S).</translation>
    </message>
    <message>
        <source>No other call to this contact</source>
        <translation>Ninguna otra llamada a este contacto</translation>
    </message>
    <message>
        <source>No other state</source>
        <translation>Ningún otro estado</translation>
    </message>
    <message>
        <source>No over-dialing, 2.9 %</source>
        <translation>Sin sobremarcado, 2,9 %</translation>
    </message>
    <message>
        <source>No place in the United States</source>
        <translation>Ningún lugar de Estados Unidos</translation>
    </message>
    <message>
        <source>No request in the last hour.</source>
        <translation>Ninguna petición en la última hora.</translation>
    </message>
    <message>
        <source>No rule fits. Clear the filter above.</source>
        <translation>Ninguna regla encaja. Quite el filtro de arriba.</translation>
    </message>
    <message>
        <source>No rules are known of this place</source>
        <translation>No se conocen reglas de este lugar</translation>
    </message>
    <message>
        <source>No schedule</source>
        <translation>Sin programa</translation>
    </message>
    <message>
        <source>No session</source>
        <translation>Sin sesión</translation>
    </message>
    <message>
        <source>No session is chosen.</source>
        <translation>No hay ninguna sesión elegida.</translation>
    </message>
    <message>
        <source>No session is live. As soon as a dialer starts one, it stands here. Ended ones: Shift+E.</source>
        <translation>Ninguna sesión está viva. En cuanto un marcador abra una, estará aquí. Terminadas: Mayús+E.</translation>
    </message>
    <message>
        <source>No session is near its 8 hours</source>
        <translation>Ninguna sesión está cerca de sus 8 horas</translation>
    </message>
    <message>
        <source>No session matches the filter. Esc clears it.</source>
        <translation>Ninguna sesión pasa el filtro. Esc lo borra.</translation>
    </message>
    <message>
        <source>No session that was started in this time has ended. Choose a longer time above.</source>
        <translation>Ninguna sesión empezada en ese tiempo ha terminado. Elija arriba un periodo más largo.</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Sin sonido</translation>
    </message>
    <message>
        <source>No state chosen</source>
        <translation>Ningún estado elegido</translation>
    </message>
    <message>
        <source>No state of emergency</source>
        <translation>Ningún estado de emergencia</translation>
    </message>
    <message>
        <source>No state of emergency is declared for this folder</source>
        <translation>En esta carpeta no hay ninguna emergencia declarada</translation>
    </message>
    <message>
        <source>No such alert under this filter. Esc clears it.</source>
        <translation>No hay tal alerta con este filtro. Esc lo borra.</translation>
    </message>
    <message>
        <source>No such rule</source>
        <translation>No existe esa regla</translation>
    </message>
    <message>
        <source>No tenant is of this tier. What it set stays in the history.</source>
        <translation>Ningún inquilino es de este nivel. Lo que fijaba queda en el historial.</translation>
    </message>
    <message>
        <source>No tenant yet</source>
        <translation>Aún no hay inquilino</translation>
    </message>
    <message>
        <source>No tier to show. Tiers are made under “Tiers”.</source>
        <translation>No hay niveles que mostrar. Se crean en «Niveles».</translation>
    </message>
    <message>
        <source>No tier yet. Make one with “New tier…”, give it limits, then move tenants to it.</source>
        <translation>Aún no hay niveles. Cree uno con «Nivel nuevo…», déle límites y pase inquilinos a él.</translation>
    </message>
    <message>
        <source>No tier: the system’s limits</source>
        <translation>Sin nivel: los límites del sistema</translation>
    </message>
    <message>
        <source>No token</source>
        <translation>Sin token</translation>
    </message>
    <message>
        <source>No token in force. Make one with “Make token…”.</source>
        <translation>Ningún token vigente. Cree uno con «Crear token…».</translation>
    </message>
    <message>
        <source>No try was refused yet. A refusal will say here which limit, and when the next slot is free.</source>
        <translation>Aún no se rechazó ningún intento. Un rechazo dirá aquí qué límite fue y cuándo se libera el próximo cupo.</translation>
    </message>
    <message>
        <source>No user yet. Add one with “Add user…”.</source>
        <translation>Aún no hay usuarios. Añada uno con «Añadir usuario…».</translation>
    </message>
    <message>
        <source>No, it must not be called</source>
        <translation>No, no se debe llamar</translation>
    </message>
    <message>
        <source>Nobody did such a thing then. Take a filter back above.</source>
        <translation>Entonces nadie hizo algo así. Quite un filtro arriba.</translation>
    </message>
    <message>
        <source>Nobody has answered yet</source>
        <translation>Aún no ha contestado nadie</translation>
    </message>
    <message>
        <source>Nobody has asked not to be called yet. An agent’s disposition comes here by itself; add a number with N, or import the list of your former dialer.</source>
        <translation>Aún nadie ha pedido que no le llamen. El resultado que pone un agente llega aquí solo; añada un número con N o importe la lista de su marcador anterior.</translation>
    </message>
    <message>
        <source>Nobody has changed it</source>
        <translation>Nadie la ha cambiado</translation>
    </message>
    <message>
        <source>Nobody is bound</source>
        <translation>Nadie está obligado</translation>
    </message>
    <message>
        <source>Nobody is near a limit</source>
        <translation>Nadie está cerca de un límite</translation>
    </message>
    <message>
        <source>Nobody is on this list. Choose another above.</source>
        <translation>No hay nadie en esta lista. Elija otra arriba.</translation>
    </message>
    <message>
        <source>Nobody is refused at once; each keeps what it has used in the last hour.</source>
        <translation>Nadie queda rechazado de inmediato; cada uno conserva lo usado en la última hora.</translation>
    </message>
    <message>
        <source>Nobody is seeing to an alert. An open one is acknowledged with A.</source>
        <translation>Nadie se ocupa de una alerta. Una abierta se atiende con A.</translation>
    </message>
    <message>
        <source>Nobody of this campaign may be called now</source>
        <translation>No se puede llamar ahora a nadie de esta campaña</translation>
    </message>
    <message>
        <source>Nobody that is due is outside the hours</source>
        <translation>Ningún pendiente está fuera del horario</translation>
    </message>
    <message>
        <source>Nobody would be refused now, and no call of the last 24 hours would have been</source>
        <translation>Nadie quedaría rechazado ahora, ni lo habría sido ninguna llamada de las últimas 24 horas</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Not a number of the United States</source>
        <translation>No es un número de Estados Unidos</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Sin permiso</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>No se preguntan</translation>
    </message>
    <message>
        <source>Not called at this hour</source>
        <translation>No se llama a esta hora</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Sin comprobar</translation>
    </message>
    <message>
        <source>Not checked against the reassigned numbers database</source>
        <translation>Sin comprobar en la base de números reasignados</translation>
    </message>
    <message>
        <source>Not checked since the engine started</source>
        <translation>Sin comprobar desde que arrancó el motor</translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>No interesado</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Not on the national list of {day}.</source>
        <translation>No está en la lista nacional del {day}.</translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation>No realizada</translation>
    </message>
    <message>
        <source>Not quiet any more</source>
        <translation>Terminar el silencio</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Sin leer</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>Aún sin hacer</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Sin firma</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Sin intentar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Nothing asked yet</source>
        <translation>Aún no se preguntó nada</translation>
    </message>
    <message>
        <source>Nothing could be read.</source>
        <translation>No se pudo leer nada.</translation>
    </message>
    <message>
        <source>Nothing differs between the two</source>
        <translation>Nada difiere entre los dos</translation>
    </message>
    <message>
        <source>Nothing fits these filters. Take one back above, or press Esc to clear all.</source>
        <translation>Nada cumple estos filtros. Quite alguno arriba, o pulse Esc para borrarlos.</translation>
    </message>
    <message>
        <source>Nothing forbids it</source>
        <translation>Nada lo prohíbe</translation>
    </message>
    <message>
        <source>Nothing goes out beyond what an agent can take until the share falls.</source>
        <translation>No sale nada más que lo que un agente puede atender hasta que baje la cifra.</translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation>Nada se llama así</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Aún no ha cambiado nada.</translation>
    </message>
    <message>
        <source>Nothing is lost: the database holds no row that the copy has not.</source>
        <translation>No se pierde nada: la base de datos no tiene ninguna fila que falte en la copia.</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Choose rows and columns under “New export”, then “Save as a preset…”.</source>
        <translation>Aún no hay nada guardado. Elija filas y columnas en «Exportación nueva» y luego «Guardar como modelo…».</translation>
    </message>
    <message>
        <source>Nothing of it is deleted or erased until the hold is released.</source>
        <translation>No se borra nada de ello hasta que se suelte la retención.</translation>
    </message>
    <message>
        <source>Nothing refused</source>
        <translation>Nada rechazado</translation>
    </message>
    <message>
        <source>Nothing to change yet.</source>
        <translation>Aún no hay nada que cambiar.</translation>
    </message>
    <message>
        <source>Nothing waits for a second person</source>
        <translation>Nada espera a una segunda persona</translation>
    </message>
    <message>
        <source>Nothing was applied: someone else was quicker. Decide, then apply again.</source>
        <translation>No se aplicó nada: alguien fue más rápido. Decida y aplique de nuevo.</translation>
    </message>
    <message>
        <source>Nothing was asked yet</source>
        <translation>Aún no se preguntó nada</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>No se cambió nada</translation>
    </message>
    <message>
        <source>Nothing was exported yet. “New export” is the first tab.</source>
        <translation>Aún no se exportó nada. «Exportación nueva» es la primera pestaña.</translation>
    </message>
    <message>
        <source>Nothing was heard for 10 seconds: figures and alerts on screen are old.</source>
        <translation>No se oye nada desde hace 10 segundos: las cifras y alertas en pantalla son antiguas.</translation>
    </message>
    <message>
        <source>Nothing was refused in the last hour</source>
        <translation>No se rechazó nada en la última hora</translation>
    </message>
    <message>
        <source>Nothing was reported yet</source>
        <translation>Aún no se informó de nada</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Aún nada</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Notices of the desktop while nobody looks at this window</source>
        <translation>Avisos del escritorio mientras nadie mira esta ventana</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Now set until {time}: this would last.</source>
        <translation>Ahora fijado hasta las {time}: esto sería para siempre.</translation>
    </message>
    <message numerus="yes">
        <source>Now {used} of %n calls used in the last hour; limit set by {source}.</source>
        <translation>
            <numerusform>Ahora {used} de %n llamada usada en la última hora; límite fijado por {source}.</numerusform>
            <numerusform>Ahora {used} de %n llamadas usadas en la última hora; límite fijado por {source}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Now: {says}</source>
        <translation>Ahora: {says}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Number erased</source>
        <translation>Número borrado</translation>
    </message>
    <message>
        <source>Number looked up</source>
        <translation>Número consultado</translation>
    </message>
    <message>
        <source>Number or session id (/)</source>
        <translation>Número o id de sesión (/)</translation>
    </message>
    <message>
        <source>Number put on a list</source>
        <translation>Número puesto en una lista</translation>
    </message>
    <message>
        <source>Number shown</source>
        <translation>Número mostrado</translation>
    </message>
    <message>
        <source>Number taken off a list</source>
        <translation>Número quitado de una lista</translation>
    </message>
    <message>
        <source>Number was reassigned</source>
        <translation>El número se reasignó</translation>
    </message>
    <message>
        <source>Number: {what}</source>
        <translation>Número: {what}</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Numbers (replaces its area codes)</source>
        <translation>Números (sustituye sus prefijos)</translation>
    </message>
    <message>
        <source>Numbers imported to a list</source>
        <translation>Números importados a una lista</translation>
    </message>
    <message>
        <source>Numbers looked up in this sitting stand here</source>
        <translation>Aquí quedan los números consultados hoy</translation>
    </message>
    <message>
        <source>Numbers replace the list, change lists move it on: import one or the other.</source>
        <translation>Los números sustituyen la lista, las listas de cambios la actualizan: importe unos u otras.</translation>
    </message>
    <message>
        <source>Numbers that are not called</source>
        <translation>Números a los que no se llama</translation>
    </message>
    <message>
        <source>Numbers that have to be looked up in it are not called until one is imported.</source>
        <translation>No se llama a los números que hay que buscar en ella hasta que se importe una.</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Of its due contacts {blocked} may not be called at this hour.</source>
        <translation>De sus contactos pendientes, a {blocked} no se les puede llamar a esta hora.</translation>
    </message>
    <message>
        <source>Of the last 24 hours’ calls</source>
        <translation>De las llamadas de las últimas 24 horas</translation>
    </message>
    <message>
        <source>Of the last 24 hours’ calls none would have been refused.</source>
        <translation>De las llamadas de las últimas 24 horas no se habría rechazado ninguna.</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>De qué</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Apagado</translation>
    </message>
    <message>
        <source>Off: {list}</source>
        <translation>Fuera: {list}</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>Old rows deleted</source>
        <translation>Filas antiguas borradas</translation>
    </message>
    <message>
        <source>Old session</source>
        <translation>Sesión antigua</translation>
    </message>
    <message>
        <source>Older ones of this schedule are deleted</source>
        <translation>Los más antiguos de este programa se borran</translation>
    </message>
    <message>
        <source>On a night in which the clocks change it runs once too</source>
        <translation>También se hace una sola vez la noche del cambio de hora</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>En llamada</translation>
    </message>
    <message>
        <source>On it since {time}, by {who}: {why}.</source>
        <translation>En ella desde {time}, por {who}: {why}.</translation>
    </message>
    <message>
        <source>On the clock of</source>
        <translation>Según el reloj de</translation>
    </message>
    <message>
        <source>On the floor (G)</source>
        <translation>En el piso (G)</translation>
    </message>
    <message>
        <source>On the list “{list}”: {outcome}.</source>
        <translation>En la lista «{list}»: {outcome}.</translation>
    </message>
    <message>
        <source>On the national do-not-call list</source>
        <translation>En la lista nacional de no llamar</translation>
    </message>
    <message>
        <source>On the national list of {day}: called only with consent.</source>
        <translation>En la lista nacional del {day}: se llama solo con consentimiento.</translation>
    </message>
    <message>
        <source>On these days</source>
        <translation>En estos días</translation>
    </message>
    <message>
        <source>Once every field is filled in, it is said here what the rule does to your calls.</source>
        <translation>Cuando cada campo esté relleno, aquí se dice qué hace la regla con sus llamadas.</translation>
    </message>
    <message>
        <source>Once for each call</source>
        <translation>Una vez por aviso</translation>
    </message>
    <message>
        <source>One campaign’s calls</source>
        <translation>Las llamadas de una campaña</translation>
    </message>
    <message>
        <source>One contact for each free agent so far: the first drop needs 34 live answers.</source>
        <translation>Por ahora un contacto por agente libre: el primer abandono necesita 34 contestadas.</translation>
    </message>
    <message>
        <source>One line, 2.5 %</source>
        <translation>Una línea, 2,5 %</translation>
    </message>
    <message>
        <source>One number a line, 212,5550134 or 2125550134, as the registry gives them. One bad line and nothing is used; calls go on with the list in force until the new one is whole.</source>
        <translation>Un número por línea, 212,5550134 o 2125550134, como los da el registro. Con una sola línea mala no se usa nada; las llamadas siguen con la lista en vigor hasta que la nueva esté completa.</translation>
    </message>
    <message>
        <source>One number’s calls</source>
        <translation>Las llamadas de un número</translation>
    </message>
    <message>
        <source>One reason for all</source>
        <translation>Un motivo para todas</translation>
    </message>
    <message>
        <source>One to three marks</source>
        <translation>De una a tres marcas</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Solo</translation>
    </message>
    <message>
        <source>Only agent</source>
        <translation>Solo el agente</translation>
    </message>
    <message>
        <source>Only agents near a limit, nearest first</source>
        <translation>Solo agentes cerca de un límite, los más cercanos primero</translation>
    </message>
    <message>
        <source>Only agents refused in the last hour</source>
        <translation>Solo agentes rechazados en la última hora</translation>
    </message>
    <message>
        <source>Only calls to this number (N)</source>
        <translation>Solo llamadas a este número (N)</translation>
    </message>
    <message>
        <source>Only contacts whose column “consent” says yes</source>
        <translation>Solo contactos cuya columna «consent» diga sí</translation>
    </message>
    <message>
        <source>Only number</source>
        <translation>Solo el número</translation>
    </message>
    <message>
        <source>Only session</source>
        <translation>Solo la sesión</translation>
    </message>
    <message>
        <source>Only this agent</source>
        <translation>Solo este agente</translation>
    </message>
    <message>
        <source>Only this number</source>
        <translation>Solo este número</translation>
    </message>
    <message>
        <source>Only this session</source>
        <translation>Solo esta sesión</translation>
    </message>
    <message>
        <source>Only what belongs to this session (S)</source>
        <translation>Solo lo de esta sesión (S)</translation>
    </message>
    <message>
        <source>Only what this agent did (A)</source>
        <translation>Solo lo que hizo este agente (A)</translation>
    </message>
    <message>
        <source>Onto list</source>
        <translation>A la lista</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierta</translation>
    </message>
    <message>
        <source>Open Compliance, Exports: the saved export says why. Mend its folder or its rows, then export it by hand. It ends by itself with the next one that works.</source>
        <translation>Abra Cumplimiento, Exportaciones: la exportación guardada dice por qué. Arregle su carpeta o sus filas y expórtela a mano. Se acaba sola con la próxima que funcione.</translation>
    </message>
    <message>
        <source>Open Dialfloor</source>
        <translation>Abrir Dialfloor</translation>
    </message>
    <message>
        <source>Open alerts</source>
        <translation>Alertas abiertas</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Open, quiet hours</source>
        <translation>Abierta, horas de silencio</translation>
    </message>
    <message>
        <source>Opening {folder}</source>
        <translation>Abriendo {folder}</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>Abre</translation>
    </message>
    <message>
        <source>Opens soon</source>
        <translation>Abre pronto</translation>
    </message>
    <message>
        <source>Or, in a shell on the engine’s machine:</source>
        <translation>O bien, en una consola de la máquina del motor:</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Order of a court</source>
        <translation>Orden de un tribunal</translation>
    </message>
    <message>
        <source>Other calls to this contact</source>
        <translation>Otras llamadas a este contacto</translation>
    </message>
    <message>
        <source>Our own policy</source>
        <translation>Norma propia</translation>
    </message>
    <message>
        <source>Out of force</source>
        <translation>Sin vigor</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Outcome: {what}</source>
        <translation>Resultado: {what}</translation>
    </message>
    <message>
        <source>Outside calling hours</source>
        <translation>Fuera del horario de llamadas</translation>
    </message>
    <message>
        <source>Over 3 %</source>
        <translation>Más del 3 %</translation>
    </message>
    <message>
        <source>Over after 15 minutes without one</source>
        <translation>Termina tras 15 minutos sin ninguno</translation>
    </message>
    <message>
        <source>Over nine tenths of its time: it stays on top</source>
        <translation>Pasó nueve décimos de su tiempo: se queda arriba</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>Sobre el límite</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Propios</translation>
    </message>
    <message>
        <source>Own emergencies</source>
        <translation>Emergencias</translation>
    </message>
    <message>
        <source>Own list: delay</source>
        <translation>Lista propia: plazo</translation>
    </message>
    <message>
        <source>Own list: kept</source>
        <translation>Lista propia: se guarda</translation>
    </message>
    <message>
        <source>Own lists</source>
        <translation>Listas propias</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message numerus="yes">
        <source>Pause %Ln sessions</source>
        <translation>
            <numerusform>Pausar %Ln sesión</numerusform>
            <numerusform>Pausar %Ln sesiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n sessions…</source>
        <translation>
            <numerusform>Pausar %n sesión…</numerusform>
            <numerusform>Pausar %n sesiones…</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause or resume the chosen sessions</source>
        <translation>Pausar o reanudar las sesiones elegidas</translation>
    </message>
    <message>
        <source>Pause or resume the session</source>
        <translation>Pausar o reanudar la sesión</translation>
    </message>
    <message>
        <source>Pause session</source>
        <translation>Pausar la sesión</translation>
    </message>
    <message>
        <source>Pause session…</source>
        <translation>Pausar la sesión…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message numerus="yes">
        <source>Paused %n times, {time} in all</source>
        <translation>
            <numerusform>En pausa una vez, {time} en total</numerusform>
            <numerusform>En pausa %n veces, {time} en total</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused time counts toward the session’s 8 h, and a paused session keeps its place.</source>
        <translation>El tiempo en pausa cuenta para las 8 h de la sesión, y una sesión en pausa conserva su lugar.</translation>
    </message>
    <message>
        <source>Paused {total} in all</source>
        <translation>En pausa {total} en total</translation>
    </message>
    <message>
        <source>Paused {total}, of it now {running}</source>
        <translation>En pausa {total}, de ello ahora {running}</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>Pausar…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>People, tokens, contacts, backups</source>
        <translation>Personas, tokens, contactos, copias</translation>
    </message>
    <message>
        <source>Per session</source>
        <translation>Por sesión</translation>
    </message>
    <message>
        <source>Percent of 8 h, up to three; the last is critical</source>
        <translation>Por ciento de 8 h, hasta tres; la última es crítica</translation>
    </message>
    <message>
        <source>Percent of live answers in 30 days; the law allows 3</source>
        <translation>Por ciento de respuestas vivas en 30 días; la ley permite 3</translation>
    </message>
    <message>
        <source>Period of 30 days</source>
        <translation>Periodo de 30 días</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Periodos</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de teléfono</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>Prueba piloto</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Planned already: {says}. What is saved here takes its place too.</source>
        <translation>Ya está previsto: {says}. Lo que se guarde aquí ocupa también su lugar.</translation>
    </message>
    <message>
        <source>Played by {player}</source>
        <translation>Lo reproduce {player}</translation>
    </message>
    <message>
        <source>Point a dialer here</source>
        <translation>Apuntar aquí un marcador</translation>
    </message>
    <message>
        <source>Point at a minute to have it explained; click to choose the agent, Enter to see its row</source>
        <translation>Apunte a un minuto para que se explique; clic para elegir al agente, Intro para ver su fila</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Power</translation>
    </message>
    <message>
        <source>Predictive</source>
        <translation>Predictiva</translation>
    </message>
    <message>
        <source>Preset of the mode, {amount}</source>
        <translation>Valor del modo, {amount}</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Privacy law</source>
        <translation>Ley de privacidad</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Avance de la exportación</translation>
    </message>
    <message>
        <source>Proof of why no call went out; a quarter is the least that a complaint takes</source>
        <translation>Prueba de por qué no salió una llamada; una queja tarda al menos un trimestre</translation>
    </message>
    <message>
        <source>Proposal of a rule withdrawn</source>
        <translation>Propuesta de regla retirada</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Propuestas</translation>
    </message>
    <message>
        <source>Proposals ({count})</source>
        <translation>Propuestas ({count})</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Proponer</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Propuesto</translation>
    </message>
    <message>
        <source>Public part</source>
        <translation>Parte pública</translation>
    </message>
    <message>
        <source>Public part {id}, made {made}, last used {used}. It cannot be brought back.</source>
        <translation>Parte pública {id}, creado {made}, usado por última vez {used}. No se puede recuperar.</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Finalidad</translation>
    </message>
    <message>
        <source>Purpose as set</source>
        <translation>Finalidad fijada</translation>
    </message>
    <message>
        <source>Purpose of the calls</source>
        <translation>Finalidad de las llamadas</translation>
    </message>
    <message>
        <source>Put a number on a list</source>
        <translation>Poner un número en una lista</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>En vigor</translation>
    </message>
    <message>
        <source>Put this away; the alert stays open</source>
        <translation>Quitarlo de aquí; la alerta sigue abierta</translation>
    </message>
    <message>
        <source>Quiet for an hour</source>
        <translation>Silencio por una hora</translation>
    </message>
    <message>
        <source>Quiet for an hour on this computer</source>
        <translation>Silencio por una hora en este equipo</translation>
    </message>
    <message>
        <source>Quiet for an hour, or not any more</source>
        <translation>Silencio por una hora, o terminarlo</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silencio desde</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horas de silencio</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silencio hasta</translation>
    </message>
    <message>
        <source>Quiet: press to end it</source>
        <translation>En silencio: pulse para terminarlo</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Surgió</translation>
    </message>
    <message>
        <source>Raised all the same, but told at their end. {zone}</source>
        <translation>Surgen igual, pero se avisan al final. {zone}</translation>
    </message>
    <message>
        <source>Raised the limit</source>
        <translation>Subí el límite</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Range of time</source>
        <translation>Periodo de tiempo</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Alcanzadas</translation>
    </message>
    <message>
        <source>Read only: {who} edits these limits.</source>
        <translation>Solo lectura: {who} edita estos límites.</translation>
    </message>
    <message>
        <source>Read which limit refused. Wait for the next slot, raise the limit, or stop a dialer that asks too often. It ends by itself after 15 minutes without a refusal.</source>
        <translation>Lea qué límite rechazó. Espere el próximo cupo, suba el límite o detenga un marcador que pide demasiado. Termina sola tras 15 minutos sin rechazos.</translation>
    </message>
    <message>
        <source>Reading every page of the copy …</source>
        <translation>Leyendo cada página de la copia …</translation>
    </message>
    <message>
        <source>Reading the file through …</source>
        <translation>Leyendo todo el archivo …</translation>
    </message>
    <message>
        <source>Reading {name} through …</source>
        <translation>Leyendo {name} entera …</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Reason, for lines without one</source>
        <translation>Motivo, para líneas sin él</translation>
    </message>
    <message>
        <source>Reason: {what}</source>
        <translation>Motivo: {what}</translation>
    </message>
    <message>
        <source>Reassigned numbers</source>
        <translation>Números reasignados</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Reconectando</translation>
    </message>
    <message>
        <source>Recorded messages</source>
        <translation>Mensajes grabados</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Asientos</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Redo it</source>
        <translation>Rehacerlo</translation>
    </message>
    <message>
        <source>Refusals</source>
        <translation>Rechazos</translation>
    </message>
    <message>
        <source>Refusals from</source>
        <translation>Rechazos desde</translation>
    </message>
    <message>
        <source>Refusals have no number; write the id of a session, or choose an agent</source>
        <translation>Los rechazos no tienen número; escriba el id de una sesión o elija un agente</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazos</translation>
    </message>
    <message>
        <source>Refused in the last hour</source>
        <translation>Rechazado en la última hora</translation>
    </message>
    <message>
        <source>Refused now</source>
        <translation>Rechazados ahora</translation>
    </message>
    <message>
        <source>Refused tries in the last hour, and the last reason</source>
        <translation>Intentos rechazados en la última hora, y el último motivo</translation>
    </message>
    <message>
        <source>Refused, last hour</source>
        <translation>Rechazos, última hora</translation>
    </message>
    <message>
        <source>Refused, would refuse</source>
        <translation>Rechazado, rechazaría</translation>
    </message>
    <message>
        <source>Refuses</source>
        <translation>Rechaza</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Rechazar…</translation>
    </message>
    <message>
        <source>Release the hold</source>
        <translation>Soltar la retención</translation>
    </message>
    <message>
        <source>Release the hold on {what}</source>
        <translation>Soltar la retención de {what}</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>Soltar…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove tier</source>
        <translation>Quitar nivel</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar {name}</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renombrar</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>Renombrar {name}</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renombrar…</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Sustituida</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
    <message>
        <source>Requests and sessions</source>
        <translation>Peticiones y sesiones</translation>
    </message>
    <message>
        <source>Reset to inherited</source>
        <translation>Volver a heredado</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message numerus="yes">
        <source>Resolve %n alerts</source>
        <translation>
            <numerusform>Resolver %n alerta</numerusform>
            <numerusform>Resolver %n alertas</numerusform>
        </translation>
    </message>
    <message>
        <source>Resolve alert</source>
        <translation>Resolver la alerta</translation>
    </message>
    <message>
        <source>Resolve the chosen alerts</source>
        <translation>Resolver las alertas elegidas</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resuelta</translation>
    </message>
    <message>
        <source>Resolved alerts</source>
        <translation>Alertas resueltas</translation>
    </message>
    <message>
        <source>Resolved ones and their history; an open alert always stays</source>
        <translation>Las resueltas y su historial; una alerta abierta siempre queda</translation>
    </message>
    <message>
        <source>Rest after a conversation</source>
        <translation>Pausa tras una conversación</translation>
    </message>
    <message>
        <source>Rest after a talk</source>
        <translation>Pausa tras hablar</translation>
    </message>
    <message>
        <source>Rest after an abandoned call</source>
        <translation>Pausa tras un abandono</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Restore it all the same</source>
        <translation>Restaurarla de todos modos</translation>
    </message>
    <message>
        <source>Restore the newest copy from the folder&apos;s backups, or run “dialfloor doctor”, then try again.</source>
        <translation>Restaure la copia más nueva de la carpeta, o ejecute «dialfloor doctor», e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Restore {name}</source>
        <translation>Restaurar {name}</translation>
    </message>
    <message>
        <source>Restore {rule}</source>
        <translation>Restaurar {rule}</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurar…</translation>
    </message>
    <message>
        <source>Restoring {name}: the engine stops and comes up again …</source>
        <translation>Restaurando {name}: el motor se detiene y vuelve a arrancar …</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message numerus="yes">
        <source>Resume %Ln sessions</source>
        <translation>
            <numerusform>Reanudar %Ln sesión</numerusform>
            <numerusform>Reanudar %Ln sesiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n sessions…</source>
        <translation>
            <numerusform>Reanudar %n sesión…</numerusform>
            <numerusform>Reanudar %n sesiones…</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume session</source>
        <translation>Reanudar la sesión</translation>
    </message>
    <message>
        <source>Resume session…</source>
        <translation>Reanudar la sesión…</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Reanudada</translation>
    </message>
    <message>
        <source>Resume…</source>
        <translation>Reanudar…</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Conservación</translation>
    </message>
    <message>
        <source>Retention and holds</source>
        <translation>Conservación</translation>
    </message>
    <message>
        <source>Retention changed</source>
        <translation>Conservación cambiada</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Revoke a token of {name}</source>
        <translation>Revocar un token de {name}</translation>
    </message>
    <message>
        <source>Revoke or disable the chosen one</source>
        <translation>Revocar o desactivar lo elegido</translation>
    </message>
    <message>
        <source>Revoke token</source>
        <translation>Revocar token</translation>
    </message>
    <message>
        <source>Revoked {when}</source>
        <translation>Revocado {when}</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Revocar…</translation>
    </message>
    <message>
        <source>Ring at most (call timeout)</source>
        <translation>Timbre máximo</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Sonando</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Role of {name}</source>
        <translation>Rol de {name}</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Rule changed</source>
        <translation>Regla cambiada</translation>
    </message>
    <message>
        <source>Rule set {version}, as shipped</source>
        <translation>Reglas {version}, de fábrica</translation>
    </message>
    <message>
        <source>Rule set {version}, edited from {shipped}</source>
        <translation>Reglas {version}, editadas desde {shipped}</translation>
    </message>
    <message>
        <source>Rule signed</source>
        <translation>Regla firmada</translation>
    </message>
    <message>
        <source>Rule was changed since</source>
        <translation>La regla cambió desde entonces</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>Rules ({count})</source>
        <translation>Reglas ({count})</translation>
    </message>
    <message>
        <source>Rules of a campaign’s own</source>
        <translation>Reglas propias de una campaña</translation>
    </message>
    <message>
        <source>Rules of its own…</source>
        <translation>Reglas propias…</translation>
    </message>
    <message>
        <source>Rules {rules}, time zones {zones}</source>
        <translation>Reglas {rules}, zonas horarias {zones}</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Ejecutar ahora</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Running {name} …</source>
        <translation>Ejecutando {name} …</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 {sha256}</source>
        <translation>SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>sáb</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>Guardar una copia en otro lugar…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Guardar como CSV…</translation>
    </message>
    <message>
        <source>Save as a preset…</source>
        <translation>Guardar como modelo…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Save head…</source>
        <translation>Guardar cabecera…</translation>
    </message>
    <message>
        <source>Save limits as CSV</source>
        <translation>Guardar límites como CSV</translation>
    </message>
    <message>
        <source>Save the copy to</source>
        <translation>Guardar la copia en</translation>
    </message>
    <message>
        <source>Save the export to</source>
        <translation>Guardar la exportación en</translation>
    </message>
    <message>
        <source>Save the facts to</source>
        <translation>Guardar los datos en</translation>
    </message>
    <message>
        <source>Save the lists to</source>
        <translation>Guardar las listas en</translation>
    </message>
    <message>
        <source>Save the rejected lines to</source>
        <translation>Guardar las líneas rechazadas en</translation>
    </message>
    <message>
        <source>Save the rejected lines…</source>
        <translation>Guardar las líneas rechazadas…</translation>
    </message>
    <message>
        <source>Save the signed head to</source>
        <translation>Guardar la cabecera firmada en</translation>
    </message>
    <message>
        <source>Save this export</source>
        <translation>Guardar esta exportación</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Saved ({count})</source>
        <translation>Guardadas ({count})</translation>
    </message>
    <message>
        <source>Saved export removed</source>
        <translation>Exportación guardada quitada</translation>
    </message>
    <message>
        <source>Saved exports</source>
        <translation>Exportaciones guardadas</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Guardado: {file}</translation>
    </message>
    <message>
        <source>Saved: {file}. It holds whole numbers, and the audit trail says who took it.</source>
        <translation>Guardado: {file}. Tiene números completos, y la auditoría dice quién se lo llevó.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Saving the file</source>
        <translation>Guardando el archivo</translation>
    </message>
    <message>
        <source>Saving {name} …</source>
        <translation>Guardando {name} …</translation>
    </message>
    <message>
        <source>Say which column holds the phone number</source>
        <translation>Diga qué columna tiene el número de teléfono</translation>
    </message>
    <message>
        <source>Say why in at least 3 letters: it goes into the audit trail</source>
        <translation>Diga por qué en al menos 3 letras: va al registro de auditoría</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>Says now</source>
        <translation>Dice ahora</translation>
    </message>
    <message>
        <source>Schedule “{name}”</source>
        <translation>Programar «{name}»</translation>
    </message>
    <message>
        <source>Scheduled jobs</source>
        <translation>Tareas programadas</translation>
    </message>
    <message>
        <source>Scheduled jobs of the engine</source>
        <translation>Tareas programadas del motor</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Programar…</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Ámbito</translation>
    </message>
    <message>
        <source>Searched back to {back}, none yet.</source>
        <translation>Buscado hasta {back}, ninguno aún.</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Buscando</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Buscando …</translation>
    </message>
    <message>
        <source>Section before</source>
        <translation>Sección anterior</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>See the first call</source>
        <translation>Ver la primera llamada</translation>
    </message>
    <message>
        <source>See whether the limit is right, then enforce it, or raise it. Nobody is held up meanwhile.</source>
        <translation>Vea si el límite es correcto; entonces exíjalo o súbalo. Mientras tanto nadie queda detenido.</translation>
    </message>
    <message>
        <source>Sending the file …</source>
        <translation>Enviando el archivo …</translation>
    </message>
    <message>
        <source>Sending {file}: {done} of {total}</source>
        <translation>Enviando {file}: {done} de {total}</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Session age</source>
        <translation>Edad de la sesión</translation>
    </message>
    <message>
        <source>Session calls</source>
        <translation>Llamadas de sesión</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>Sesión terminada</translation>
    </message>
    <message>
        <source>Session expired</source>
        <translation>Sesión caducada</translation>
    </message>
    <message>
        <source>Session id (/)</source>
        <translation>Id de sesión (/)</translation>
    </message>
    <message>
        <source>Session of {agent}, ends at {time}</source>
        <translation>Sesión de {agent}, termina a las {time}</translation>
    </message>
    <message>
        <source>Session over 8 h</source>
        <translation>Sesión de más de 8 h</translation>
    </message>
    <message>
        <source>Session paused</source>
        <translation>Sesión en pausa</translation>
    </message>
    <message>
        <source>Session resumed</source>
        <translation>Sesión reanudada</translation>
    </message>
    <message>
        <source>Session {time} of {span} · {mode} · {campaign}</source>
        <translation>Sesión {time} de {span} · {mode} · {campaign}</translation>
    </message>
    <message>
        <source>Session: {what}</source>
        <translation>Sesión: {what}</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Sessions could not be asked for. {sentence}</source>
        <translation>No se pudo preguntar por las sesiones. {sentence}</translation>
    </message>
    <message>
        <source>Sessions near 8 hours</source>
        <translation>Sesiones cerca de 8 horas</translation>
    </message>
    <message>
        <source>Sessions {used}</source>
        <translation>Sesiones {used}</translation>
    </message>
    <message>
        <source>Sessions {used} of {limit}</source>
        <translation>Sesiones {used} de {limit}</translation>
    </message>
    <message>
        <source>Sessions, windows and timers go on from the log.</source>
        <translation>Las sesiones, ventanas y relojes siguen desde el registro.</translation>
    </message>
    <message>
        <source>Set a hold…</source>
        <translation>Poner retención…</translation>
    </message>
    <message>
        <source>Set a legal hold</source>
        <translation>Poner una retención legal</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Fijado por</translation>
    </message>
    <message>
        <source>Set by mistake</source>
        <translation>Puesta por error</translation>
    </message>
    <message>
        <source>Set by {who}, {when}</source>
        <translation>Fijado por {who}, {when}</translation>
    </message>
    <message>
        <source>Set here</source>
        <translation>Fijado aquí</translation>
    </message>
    <message>
        <source>Set the hold</source>
        <translation>Poner la retención</translation>
    </message>
    <message>
        <source>Set the rules</source>
        <translation>Fijar las reglas</translation>
    </message>
    <message>
        <source>Set this mode, and its preset as calls per hour</source>
        <translation>Fijar este modo, y su valor como llamadas por hora</translation>
    </message>
    <message>
        <source>Set until {time:%H:%M:%S}</source>
        <translation>Fijado hasta las {time:%H:%M:%S}</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Fija</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Several agents chosen</source>
        <translation>Varios agentes elegidos</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravedad</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show agent</source>
        <translation>Mostrar agente</translation>
    </message>
    <message>
        <source>Show number</source>
        <translation>Mostrar el número</translation>
    </message>
    <message>
        <source>Show or hide the number</source>
        <translation>Mostrar u ocultar el número</translation>
    </message>
    <message>
        <source>Show revoked ones too</source>
        <translation>Mostrar también los revocados</translation>
    </message>
    <message>
        <source>Show the agent</source>
        <translation>Mostrar el agente</translation>
    </message>
    <message>
        <source>Show the agent on the floor</source>
        <translation>Mostrar el agente en el piso</translation>
    </message>
    <message>
        <source>Show the alert&apos;s agent on the floor</source>
        <translation>Mostrar en el piso el agente de la alerta</translation>
    </message>
    <message>
        <source>Show the calls that filled the window</source>
        <translation>Mostrar las llamadas que llenaron la ventana</translation>
    </message>
    <message>
        <source>Show the newest open alert</source>
        <translation>Mostrar la alerta abierta más nueva</translation>
    </message>
    <message>
        <source>Show the session’s calls</source>
        <translation>Mostrar las llamadas de la sesión</translation>
    </message>
    <message>
        <source>Show the whole session in the plot again</source>
        <translation>Mostrar de nuevo toda la sesión en la gráfica</translation>
    </message>
    <message>
        <source>Show these calls</source>
        <translation>Mostrar estas llamadas</translation>
    </message>
    <message>
        <source>Show {number}</source>
        <translation>Mostrar {number}</translation>
    </message>
    <message>
        <source>Sign {rule}</source>
        <translation>Firmar {rule}</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Signed head</source>
        <translation>Cabecera firmada</translation>
    </message>
    <message>
        <source>Signed head saved</source>
        <translation>Cabecera firmada guardada</translation>
    </message>
    <message>
        <source>Signed heads and day roots, held against the chain</source>
        <translation>Cabeceras firmadas y raíces de los días, cotejadas con la cadena</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>Firmado el</translation>
    </message>
    <message>
        <source>Signed with</source>
        <translation>Firmada con</translation>
    </message>
    <message>
        <source>Signed, then edited</source>
        <translation>Firmada y luego editada</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>Firmar…</translation>
    </message>
    <message>
        <source>Silent for</source>
        <translation>En silencio durante</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Single agents</source>
        <translation>Agentes sueltos</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Size {scale} %</source>
        <translation>Tamaño {scale} %</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>Cupo</translation>
    </message>
    <message>
        <source>Slow the floor down</source>
        <translation>Frenar el piso</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeño</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Posponer</translation>
    </message>
    <message numerus="yes">
        <source>Snooze %n alerts</source>
        <translation>
            <numerusform>Posponer %n alerta</numerusform>
            <numerusform>Posponer %n alertas</numerusform>
        </translation>
    </message>
    <message>
        <source>Snooze alert</source>
        <translation>Posponer la alerta</translation>
    </message>
    <message>
        <source>Snooze the chosen alerts</source>
        <translation>Posponer las alertas elegidas</translation>
    </message>
    <message>
        <source>Snooze until</source>
        <translation>Posponer hasta</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Pospuesta</translation>
    </message>
    <message>
        <source>Snoozed alerts</source>
        <translation>Alertas pospuestas</translation>
    </message>
    <message>
        <source>Snoozed to {time}</source>
        <translation>Pospuesta hasta las {time}</translation>
    </message>
    <message>
        <source>Somebody answered</source>
        <translation>Alguien respondió</translation>
    </message>
    <message>
        <source>Somebody else answers there: no campaign calls it until it is taken off.</source>
        <translation>Allí contesta otra persona: ninguna campaña lo llama hasta que se quite.</translation>
    </message>
    <message>
        <source>Someone changed this to {value} meanwhile</source>
        <translation>Mientras tanto alguien cambió esto a {value}</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>Sort, sort further</source>
        <translation>Ordenar, ordenar además</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Split campaign</source>
        <translation>Separar campaña</translation>
    </message>
    <message>
        <source>Split campaign…</source>
        <translation>Separar campaña…</translation>
    </message>
    <message>
        <source>Split {name}</source>
        <translation>Separar {name}</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Stale {age}</source>
        <translation>Atrasado {age}</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Arrancar de nuevo ahora</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Empezó</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Empezada por</translation>
    </message>
    <message>
        <source>Started today</source>
        <translation>Empezadas hoy</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Arranque</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>Arrancando el motor</translation>
    </message>
    <message>
        <source>Starting the engine again</source>
        <translation>Arrancando el motor de nuevo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>State in which the person may be as well</source>
        <translation>Estado en el que también puede estar la persona</translation>
    </message>
    <message>
        <source>State of emergency</source>
        <translation>Estado de emergencia</translation>
    </message>
    <message>
        <source>State of emergency declared</source>
        <translation>Estado de emergencia declarado</translation>
    </message>
    <message>
        <source>State of emergency: no calls</source>
        <translation>Estado de emergencia: sin llamadas</translation>
    </message>
    <message>
        <source>State or territory</source>
        <translation>Estado o territorio</translation>
    </message>
    <message>
        <source>State, and how long it has lasted</source>
        <translation>Estado, y cuánto ha durado</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Estados</translation>
    </message>
    <message>
        <source>States and their colours</source>
        <translation>Los estados y sus colores</translation>
    </message>
    <message>
        <source>States of emergency</source>
        <translation>Estados de emergencia</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Status: {what}</source>
        <translation>Estado: {what}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop the engine</source>
        <translation>Detener el motor</translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation>Detener la importación</translation>
    </message>
    <message>
        <source>Stopped. None of it is in force; a list that was before still is.</source>
        <translation>Parada. Nada de ella está en vigor; si lo estaba otra lista, lo sigue estando.</translation>
    </message>
    <message>
        <source>Stopped. {outcome}. What was added stays; import the file again to go on.</source>
        <translation>Detenido. {outcome}. Lo añadido queda; importe el archivo otra vez para seguir.</translation>
    </message>
    <message>
        <source>Stricter</source>
        <translation>Más estricto</translation>
    </message>
    <message>
        <source>Stricter and looser</source>
        <translation>Más estricto y más laxo</translation>
    </message>
    <message>
        <source>Stuck session</source>
        <translation>Sesión atascada</translation>
    </message>
    <message>
        <source>Subpoena</source>
        <translation>Requerimiento judicial</translation>
    </message>
    <message>
        <source>Subscription account number</source>
        <translation>Número de cuenta de la suscripción</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Éxito</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>dom</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Supervisor: watches and acts</source>
        <translation>Supervisor: mira y actúa</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Take as changes</source>
        <translation>Tomar como cambios</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Quitarlo</translation>
    </message>
    <message>
        <source>Take off…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Take out {rule}</source>
        <translation>Retirar {rule}</translation>
    </message>
    <message>
        <source>Take out…</source>
        <translation>Retirar…</translation>
    </message>
    <message>
        <source>Take the amount away, so that the next wider scope decides (Del)</source>
        <translation>Quitar la cantidad, para que decida el ámbito mayor (Supr)</translation>
    </message>
    <message>
        <source>Take the calls per hour away, so that tenant, tier or system decide (Del)</source>
        <translation>Quitar las llamadas por hora, para que decidan inquilino, nivel o sistema (Supr)</translation>
    </message>
    <message>
        <source>Take the changes</source>
        <translation>Tomar los cambios</translation>
    </message>
    <message>
        <source>Take the tenant’s rules</source>
        <translation>Tomar las reglas del inquilino</translation>
    </message>
    <message>
        <source>Take the tenant’s rules: {name}</source>
        <translation>Tomar las reglas del inquilino: {name}</translation>
    </message>
    <message>
        <source>Take the tenant’s…</source>
        <translation>Tomar las del inquilino…</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Tomar el suyo</translation>
    </message>
    <message>
        <source>Take these</source>
        <translation>Tomar estas</translation>
    </message>
    <message>
        <source>Take this change back</source>
        <translation>Deshacer este cambio</translation>
    </message>
    <message>
        <source>Take this filter back</source>
        <translation>Quitar este filtro</translation>
    </message>
    <message>
        <source>Take {number} off “{list}”</source>
        <translation>Quitar {number} de «{list}»</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Tomada</translation>
    </message>
    <message>
        <source>Taken at {time} UTC</source>
        <translation>Tomado a las {time} UTC</translation>
    </message>
    <message>
        <source>Taken from the registry on</source>
        <translation>Tomada del registro el</translation>
    </message>
    <message>
        <source>Talking to the agent</source>
        <translation>Hablando con el agente</translation>
    </message>
    <message>
        <source>Telemarketing</source>
        <translation>Televenta</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Inquilino</translation>
    </message>
    <message>
        <source>Tenant made</source>
        <translation>Inquilino creado</translation>
    </message>
    <message>
        <source>Tenant moved to a tier</source>
        <translation>Inquilino pasado a un nivel</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Inquilinos</translation>
    </message>
    <message>
        <source>Tenants and their tiers</source>
        <translation>Los inquilinos y sus niveles</translation>
    </message>
    <message>
        <source>Tenants are of it: move them to another tier first</source>
        <translation>Tiene inquilinos: páselos antes a otro nivel</translation>
    </message>
    <message>
        <source>Tenants of one tier share its limits.</source>
        <translation>Los inquilinos de un nivel comparten sus límites.</translation>
    </message>
    <message>
        <source>Test of the copies</source>
        <translation>Prueba de las copias</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>Text read</source>
        <translation>Texto leído</translation>
    </message>
    <message>
        <source>That has passed: choose a later time</source>
        <translation>Eso ya pasó: elija una hora posterior</translation>
    </message>
    <message>
        <source>That is too long for a number</source>
        <translation>Es demasiado largo para un número</translation>
    </message>
    <message>
        <source>The 31 days count from then</source>
        <translation>Los 31 días cuentan desde entonces</translation>
    </message>
    <message>
        <source>The API limits look back an hour; a day is kept for the monitoring queries</source>
        <translation>Los límites de la API miran una hora atrás; se guarda un día para las consultas de supervisión</translation>
    </message>
    <message>
        <source>The agent goes home</source>
        <translation>El agente se va a casa</translation>
    </message>
    <message>
        <source>The agent&apos;s name</source>
        <translation>El nombre del agente</translation>
    </message>
    <message>
        <source>The audit trail: numbered without gaps, each record hashed over the one before</source>
        <translation>La auditoría: numerada sin huecos, cada asiento con el hash del anterior</translation>
    </message>
    <message>
        <source>The call ended; its disposition is awaited</source>
        <translation>La llamada terminó; se espera su resultado</translation>
    </message>
    <message>
        <source>The calls of a span of time</source>
        <translation>Las llamadas de un periodo</translation>
    </message>
    <message>
        <source>The calls of this window, in the list of calls (O)</source>
        <translation>Las llamadas de esta ventana, en la lista de llamadas (O)</translation>
    </message>
    <message>
        <source>The case is closed</source>
        <translation>El caso está cerrado</translation>
    </message>
    <message>
        <source>The chain: numbered without gaps, each record hashed over the one before</source>
        <translation>La cadena: numerada sin huecos, cada asiento con el hash del anterior</translation>
    </message>
    <message>
        <source>The check could not be made: {why}</source>
        <translation>No se pudo comprobar: {why}</translation>
    </message>
    <message>
        <source>The check was cancelled {at}: it has proved nothing.</source>
        <translation>La comprobación se canceló {at}: no ha probado nada.</translation>
    </message>
    <message>
        <source>The chosen agent</source>
        <translation>El agente elegido</translation>
    </message>
    <message>
        <source>The chosen call</source>
        <translation>La llamada elegida</translation>
    </message>
    <message>
        <source>The chosen record</source>
        <translation>El asiento elegido</translation>
    </message>
    <message>
        <source>The chosen refusal</source>
        <translation>El rechazo elegido</translation>
    </message>
    <message>
        <source>The chosen session</source>
        <translation>La sesión elegida</translation>
    </message>
    <message>
        <source>The chosen state</source>
        <translation>El estado elegido</translation>
    </message>
    <message>
        <source>The company or team that this floor dials for</source>
        <translation>La empresa o el equipo para el que marca este piso</translation>
    </message>
    <message>
        <source>The copy is gone</source>
        <translation>La copia ya no está</translation>
    </message>
    <message>
        <source>The copy is whole. Its newest record is of {when}.</source>
        <translation>La copia está entera. Su entrada más nueva es de {when}.</translation>
    </message>
    <message>
        <source>The date on the paper, such as 2026-12-01</source>
        <translation>La fecha del papel, como 2026-12-01</translation>
    </message>
    <message>
        <source>The dialer asks for a contact: the answer is a call, or a refusal that says until when.</source>
        <translation>El marcador pide un contacto: la respuesta es una llamada, o un rechazo que dice hasta cuándo.</translation>
    </message>
    <message>
        <source>The dialer shows it with every request. It is shown once and kept only as a hash.</source>
        <translation>El marcador lo muestra con cada petición. Se muestra una vez y solo se guarda su huella.</translation>
    </message>
    <message>
        <source>The disk was replaced</source>
        <translation>Se cambió el disco</translation>
    </message>
    <message>
        <source>The end must come after the beginning</source>
        <translation>El final debe ir después del principio</translation>
    </message>
    <message>
        <source>The engine cannot start</source>
        <translation>El motor no puede arrancar</translation>
    </message>
    <message>
        <source>The engine copies its database each night, and now if you say so; calls go on meanwhile.</source>
        <translation>El motor copia su base de datos cada noche, y ahora si usted lo dice; las llamadas siguen mientras tanto.</translation>
    </message>
    <message>
        <source>The engine did not answer. Try again below; what you chose stays.</source>
        <translation>El motor no respondió. Inténtelo de nuevo abajo; lo que eligió queda.</translation>
    </message>
    <message>
        <source>The engine did not say</source>
        <translation>El motor no lo dijo</translation>
    </message>
    <message>
        <source>The engine does not know this token</source>
        <translation>El motor no conoce este token</translation>
    </message>
    <message>
        <source>The engine has stopped</source>
        <translation>El motor se ha detenido</translation>
    </message>
    <message>
        <source>The engine is not connected yet</source>
        <translation>El motor aún no está conectado</translation>
    </message>
    <message>
        <source>The engine is sending its snapshot.</source>
        <translation>El motor está enviando su foto del piso.</translation>
    </message>
    <message>
        <source>The engine refused this token</source>
        <translation>El motor rechazó este token</translation>
    </message>
    <message>
        <source>The engine speaks again, after {age} of silence</source>
        <translation>El motor vuelve a hablar, tras {age} de silencio</translation>
    </message>
    <message>
        <source>The export failed and gave no reason</source>
        <translation>La exportación falló y no dio ningún motivo</translation>
    </message>
    <message>
        <source>The export was cancelled</source>
        <translation>Se canceló la exportación</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written</source>
        <translation>Se canceló la exportación; no se escribió ningún archivo</translation>
    </message>
    <message>
        <source>The facts are in the clipboard</source>
        <translation>Los datos están en el portapapeles</translation>
    </message>
    <message>
        <source>The feed is silent</source>
        <translation>La señal está en silencio</translation>
    </message>
    <message>
        <source>The figures are in the clipboard, as CSV</source>
        <translation>Las cifras están en el portapapeles, como CSV</translation>
    </message>
    <message>
        <source>The file cannot be read: {why}</source>
        <translation>No se puede leer el archivo: {why}</translation>
    </message>
    <message>
        <source>The file could not be imported, and no reason was given</source>
        <translation>No se pudo importar el archivo, y no se dio ningún motivo</translation>
    </message>
    <message>
        <source>The file is empty; its first line must be {columns}</source>
        <translation>El archivo está vacío; su primera línea debe ser {columns}</translation>
    </message>
    <message>
        <source>The file is not UTF-8; save it as “CSV UTF-8” and choose it again</source>
        <translation>El archivo no es UTF-8; guárdelo como «CSV UTF-8» y elíjalo de nuevo</translation>
    </message>
    <message>
        <source>The first call was seen</source>
        <translation>Se vio la primera llamada</translation>
    </message>
    <message>
        <source>The first line must name columns of {columns}; “{found}” is none of them</source>
        <translation>La primera línea debe nombrar columnas de {columns}; «{found}» no es ninguna</translation>
    </message>
    <message>
        <source>The first row, the last row</source>
        <translation>La primera fila, la última fila</translation>
    </message>
    <message>
        <source>The floor now</source>
        <translation>El piso ahora</translation>
    </message>
    <message>
        <source>The folder holds other tenants too; only the window over its own engine may check all of it</source>
        <translation>La carpeta tiene también otros inquilinos; solo la ventana sobre su propio motor puede comprobarla entera</translation>
    </message>
    <message>
        <source>The head could not be saved to {file}: {why}</source>
        <translation>No se pudo guardar la cabecera en {file}: {why}</translation>
    </message>
    <message>
        <source>The held number is {phone}</source>
        <translation>El número retenido es {phone}</translation>
    </message>
    <message>
        <source>The import begins …</source>
        <translation>La importación empieza …</translation>
    </message>
    <message>
        <source>The import failed and gave no reason.</source>
        <translation>La importación falló y no dio ningún motivo.</translation>
    </message>
    <message>
        <source>The last digits of a number, its beginning with a plus, or the id of a session; then Enter</source>
        <translation>Las últimas cifras de un número, su principio con un más, o el id de una sesión; después Intro</translation>
    </message>
    <message>
        <source>The last figures are of {time}. They come back by themselves.</source>
        <translation>Las últimas cifras son de las {time}. Vuelven solas.</translation>
    </message>
    <message>
        <source>The law changed</source>
        <translation>La ley cambió</translation>
    </message>
    <message>
        <source>The law that every call is held against. It is this folder’s, and the same for every tenant of it.</source>
        <translation>La ley con la que se mide cada llamada. Es de esta carpeta, y la misma para cada inquilino.</translation>
    </message>
    <message>
        <source>The law&apos;s 3 % is passed. Nothing goes out beyond what an agent can take until it falls.</source>
        <translation>Se ha pasado el 3 % de la ley. No sale nada más que lo que un agente puede atender hasta que baje.</translation>
    </message>
    <message>
        <source>The limit is right as it is</source>
        <translation>El límite está bien como está</translation>
    </message>
    <message>
        <source>The line has {found} cells, the first line {heads}; put quotes around a cell with a comma</source>
        <translation>La línea tiene {found} celdas, la primera {heads}; ponga comillas en una celda con coma</translation>
    </message>
    <message>
        <source>The national list is older than 31 days, or there is none</source>
        <translation>La lista nacional tiene más de 31 días, o no hay ninguna</translation>
    </message>
    <message>
        <source>The national list says nothing: its copy for this area code is missing or older than 31 days.</source>
        <translation>La lista nacional no dice nada: su copia de este prefijo falta o tiene más de 31 días.</translation>
    </message>
    <message>
        <source>The new campaign has no contacts yet: import them into it. Calls of both count together, so that a split begins no new count of abandoned calls.</source>
        <translation>La campaña nueva aún no tiene contactos: impórtelos. Las llamadas de ambas cuentan juntas, para que separar no empiece otra cuenta de abandonos.</translation>
    </message>
    <message>
        <source>The newest versions. The record of every version is kept for ever, as proof of which list was asked.</source>
        <translation>Las versiones más nuevas. La constancia de cada versión se guarda para siempre, como prueba de qué lista se consultó.</translation>
    </message>
    <message>
        <source>The next 24 hours by time zone. Arrows move through it</source>
        <translation>Las próximas 24 horas por zona horaria. Las flechas se mueven por ellas</translation>
    </message>
    <message>
        <source>The number, notes and recordings go from all calls, name and columns from the contacts. That the calls were, when and how they ended stays, and so does a wish not to be called. The log still verifies.</source>
        <translation>El número, las notas y las grabaciones se van de todas las llamadas; el nombre y las columnas, de los contactos. Queda que las llamadas existieron, cuándo y cómo acabaron, y también un deseo de no recibir llamadas. El registro se sigue verificando.</translation>
    </message>
    <message>
        <source>The person asked for it</source>
        <translation>La persona lo pidió</translation>
    </message>
    <message>
        <source>The person asked not to be called: on every campaign, for ever.</source>
        <translation>La persona pidió que no le llamen: en cada campaña, para siempre.</translation>
    </message>
    <message>
        <source>The person asks to be called</source>
        <translation>La persona pide que le llamen</translation>
    </message>
    <message>
        <source>The range ends before it begins</source>
        <translation>El periodo termina antes de empezar</translation>
    </message>
    <message>
        <source>The reassigned numbers are asked before the first call</source>
        <translation>Se consultan los números reasignados antes de la primera llamada</translation>
    </message>
    <message>
        <source>The rule</source>
        <translation>La regla</translation>
    </message>
    <message>
        <source>The rule was changed after this was proposed</source>
        <translation>La regla cambió después de esta propuesta</translation>
    </message>
    <message>
        <source>The rules</source>
        <translation>Las reglas</translation>
    </message>
    <message>
        <source>The rules are not asked: a dialer gets this number at any hour.</source>
        <translation>Las reglas no se preguntan: un marcador recibe este número a cualquier hora.</translation>
    </message>
    <message>
        <source>The rules are not asked: contacts are handed out at any hour, and nothing is counted.</source>
        <translation>Las reglas no se preguntan: los contactos se entregan a cualquier hora y no se cuenta nada.</translation>
    </message>
    <message>
        <source>The rules only count: a dialer gets this number all the same.</source>
        <translation>Las reglas solo cuentan: un marcador recibe este número de todos modos.</translation>
    </message>
    <message>
        <source>The rules only warn here, so batches go out whole. To hold them back, let the rules refuse: Calling hours.</source>
        <translation>Aquí las reglas solo avisan, y los lotes salen enteros. Para frenarlos, haga que rechacen: Horario de llamadas.</translation>
    </message>
    <message>
        <source>The rules refuse: no dialer gets this number while one of them forbids it.</source>
        <translation>Las reglas rechazan: ningún marcador recibe este número mientras una lo prohíba.</translation>
    </message>
    <message>
        <source>The second day must be later than the first</source>
        <translation>El segundo día debe ser posterior al primero</translation>
    </message>
    <message>
        <source>The session is paused; it still counts to 8 h</source>
        <translation>La sesión está en pausa; sigue contando para las 8 h</translation>
    </message>
    <message>
        <source>The session reached its age and ended. Its agent gets no calls until the dialer starts one.</source>
        <translation>La sesión llegó a su edad y terminó. Su agente no recibe llamadas hasta que el marcador abra otra.</translation>
    </message>
    <message>
        <source>The session&apos;s campaign</source>
        <translation>La campaña de la sesión</translation>
    </message>
    <message>
        <source>The sessions end for good; dialers have to start new ones. Calls already out are not cut.</source>
        <translation>Las sesiones terminan para siempre; los marcadores deben abrir otras. Las llamadas en curso no se cortan.</translation>
    </message>
    <message>
        <source>The statute, or “our own policy”: at least 3 letters</source>
        <translation>La ley, o «norma propia»: al menos 3 letras</translation>
    </message>
    <message>
        <source>The tenant’s rules</source>
        <translation>Del inquilino</translation>
    </message>
    <message>
        <source>The tier’s limits hold at the next decision wherever the tenant sets none itself. What was used counts.</source>
        <translation>Los límites del nivel rigen en la próxima decisión donde el inquilino no fije los suyos. Lo usado cuenta.</translation>
    </message>
    <message>
        <source>The user can do nothing until you make a token for it</source>
        <translation>El usuario no puede hacer nada hasta que le cree un token</translation>
    </message>
    <message>
        <source>The user stays in the list, because the log names it.</source>
        <translation>El usuario queda en la lista, porque el registro lo nombra.</translation>
    </message>
    <message>
        <source>The usual size</source>
        <translation>El tamaño usual</translation>
    </message>
    <message>
        <source>The whole floor at once</source>
        <translation>Todo el piso de una vez</translation>
    </message>
    <message>
        <source>The whole number, until you leave this row (V)</source>
        <translation>El número completo, hasta que deje esta fila (V)</translation>
    </message>
    <message>
        <source>The window speaks {language} from the next start of Dialfloor on.</source>
        <translation>La ventana habla {language} desde el próximo arranque de Dialfloor.</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>El suyo</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Tema: oscuro</translation>
    </message>
    <message>
        <source>Theme: dark, light, high contrast (Ctrl+T)</source>
        <translation>Tema: oscuro, claro, alto contraste (Ctrl+T)</translation>
    </message>
    <message>
        <source>Theme: high contrast</source>
        <translation>Tema: alto contraste</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Tema: claro</translation>
    </message>
    <message>
        <source>Theme: like the system</source>
        <translation>Tema: como el sistema</translation>
    </message>
    <message>
        <source>Then it goes back by itself.</source>
        <translation>Después vuelve solo.</translation>
    </message>
    <message>
        <source>Then these rules close it:</source>
        <translation>Después la cierran estas reglas:</translation>
    </message>
    <message>
        <source>Then: {says}</source>
        <translation>Después: {says}</translation>
    </message>
    <message>
        <source>There are no figures yet.</source>
        <translation>Aún no hay cifras.</translation>
    </message>
    <message>
        <source>There is no agent called “{name}”; write it as the floor shows it</source>
        <translation>No hay ningún agente llamado «{name}»; escríbalo como lo muestra el piso</translation>
    </message>
    <message>
        <source>There is no list yet that a change list could move on: import all numbers first.</source>
        <translation>Aún no hay lista que una lista de cambios pueda actualizar: importe antes todos los números.</translation>
    </message>
    <message>
        <source>There is no such folder to put the file in</source>
        <translation>No existe esa carpeta donde poner el archivo</translation>
    </message>
    <message>
        <source>These files are all there is: area codes that they do not hold leave the list</source>
        <translation>Estos archivos son todo: los prefijos que no estén en ellos salen de la lista</translation>
    </message>
    <message>
        <source>These rules forbid it:</source>
        <translation>Lo prohíben estas reglas:</translation>
    </message>
    <message>
        <source>They get no further calls. Their sessions go on counting to 8 h and to the tenant’s limit.</source>
        <translation>No reciben más llamadas. Sus sesiones siguen contando para las 8 h y para el límite del inquilino.</translation>
    </message>
    <message>
        <source>They hold for each tenant of the tier that sets nothing itself.</source>
        <translation>Rigen para cada inquilino del nivel que no fije nada propio.</translation>
    </message>
    <message>
        <source>They hold for every agent, session and user of the tenant that sets nothing itself.</source>
        <translation>Rigen para cada agente, sesión y usuario del inquilino que no fije nada propio.</translation>
    </message>
    <message>
        <source>They hold for every tenant of this folder that sets nothing itself.</source>
        <translation>Rigen para cada inquilino de esta carpeta que no fije nada propio.</translation>
    </message>
    <message>
        <source>They hold for its contacts whatever the tenant’s rules say.</source>
        <translation>Valen para sus contactos digan lo que digan las reglas del inquilino.</translation>
    </message>
    <message>
        <source>They may ask for calls again, within the same limits.</source>
        <translation>Pueden volver a pedir llamadas, dentro de los mismos límites.</translation>
    </message>
    <message>
        <source>They must end at another time than they start</source>
        <translation>Deben terminar a otra hora que la de inicio</translation>
    </message>
    <message>
        <source>This 30-day period of the campaign</source>
        <translation>Este periodo de 30 días de la campaña</translation>
    </message>
    <message>
        <source>This agent was changed meanwhile.</source>
        <translation>Mientras tanto se cambió este agente.</translation>
    </message>
    <message>
        <source>This cannot be taken back. Type {word}</source>
        <translation>Esto no se puede deshacer. Escriba {word}</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>This copy cannot be restored.</source>
        <translation>Esta copia no se puede restaurar.</translation>
    </message>
    <message>
        <source>This desktop shows no notices: toasts and sound remain.</source>
        <translation>Este escritorio no muestra avisos: quedan los de la ventana y el sonido.</translation>
    </message>
    <message>
        <source>This engine cannot start itself again: stop it, and run dialfloor restore NAME --data FOLDER</source>
        <translation>Este motor no puede arrancarse solo de nuevo: deténgalo y ejecute dialfloor restore NOMBRE --data CARPETA</translation>
    </message>
    <message>
        <source>This folder is in use</source>
        <translation>Esta carpeta está en uso</translation>
    </message>
    <message>
        <source>This instant is no longer in the range</source>
        <translation>Este instante ya no está en el periodo</translation>
    </message>
    <message>
        <source>This limit has one window; write {right}</source>
        <translation>Este límite tiene una sola ventana; escriba {right}</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Esta lista</translation>
    </message>
    <message>
        <source>This machine’s engine starts again with the window: dialers wait a few seconds, and nothing is lost.</source>
        <translation>El motor de esta máquina arranca de nuevo con la ventana: los marcadores esperan unos segundos y no se pierde nada.</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>This number was never on a list of yours.</source>
        <translation>Este número nunca estuvo en una lista suya.</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>Este periodo</translation>
    </message>
    <message>
        <source>This role may not see the floor</source>
        <translation>Este rol no puede ver el piso</translation>
    </message>
    <message>
        <source>This screen is too small to show every view whole at that size: parts have to be scrolled.</source>
        <translation>Esta pantalla es pequeña para mostrar cada vista entera a ese tamaño: habrá que desplazar partes.</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>Esto tarda un momento.</translation>
    </message>
    <message>
        <source>This user is you: if this window came with it, it is cut off.</source>
        <translation>Este usuario es usted: si esta ventana vino con él, queda cortada.</translation>
    </message>
    <message>
        <source>This view</source>
        <translation>Esta vista</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>jue</translation>
    </message>
    <message>
        <source>Tick at least one column</source>
        <translation>Marque al menos una columna</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Tier of {name}</source>
        <translation>Nivel de {name}</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>Niveles</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Time since the session&apos;s start, on a bar to its end (8 h)</source>
        <translation>Tiempo desde el inicio de la sesión, en una barra hasta su fin (8 h)</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Veces</translation>
    </message>
    <message>
        <source>Times are written in UTC and in the called party’s local time, each with its zone</source>
        <translation>Las horas se escriben en UTC y en la hora local de la persona llamada, cada una con su zona</translation>
    </message>
    <message>
        <source>To go on</source>
        <translation>Para seguir</translation>
    </message>
    <message>
        <source>To this day</source>
        <translation>Hasta este día</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Token made</source>
        <translation>Token creado</translation>
    </message>
    <message>
        <source>Token revoked</source>
        <translation>Token revocado</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Toll-free, premium or personal: it belongs to no place</source>
        <translation>Gratuito, de pago o personal: no es de ningún lugar</translation>
    </message>
    <message>
        <source>Too few alerts</source>
        <translation>Muy pocas alertas</translation>
    </message>
    <message>
        <source>Too few drops left</source>
        <translation>Quedan pocos abandonos</translation>
    </message>
    <message>
        <source>Too many alerts</source>
        <translation>Demasiadas alertas</translation>
    </message>
    <message>
        <source>Too many live answers of a campaign found no agent within two seconds, over 30 days. The law allows 3 % (16 CFR 310.4(b)(4), 47 CFR 64.1200(a)(7)).</source>
        <translation>Demasiadas contestadas de una campaña no hallaron agente en dos segundos, en 30 días. La ley permite el 3 % (16 CFR 310.4(b)(4), 47 CFR 64.1200(a)(7)).</translation>
    </message>
    <message>
        <source>Too many refusals</source>
        <translation>Demasiados rechazos</translation>
    </message>
    <message>
        <source>Too old to be used</source>
        <translation>Demasiado antigua</translation>
    </message>
    <message>
        <source>Towards 3 %</source>
        <translation>Hacia el 3 %</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Tried as often as is allowed</source>
        <translation>Ya se intentó lo permitido</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Tries counted</source>
        <translation>Intentos contados</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>mar</translation>
    </message>
    <message>
        <source>Two letters each; nobody there is called, whatever the rules do, until the state is taken out again</source>
        <translation>Dos letras cada uno; allí no se llama a nadie, hagan lo que hagan las reglas, hasta que se quite el estado</translation>
    </message>
    <message>
        <source>Two of them are the same column</source>
        <translation>Dos de ellas son la misma columna</translation>
    </message>
    <message>
        <source>Two seconds from the answer: the dialer tells of no greeting</source>
        <translation>Dos segundos desde la respuesta: el marcador no informa del saludo</translation>
    </message>
    <message>
        <source>Two seconds from the end of the greeting</source>
        <translation>Dos segundos desde el fin del saludo</translation>
    </message>
    <message>
        <source>Two seconds from the end of the greeting where the dialer tells of it, else from the answer</source>
        <translation>Dos segundos desde el fin del saludo si el marcador lo informa; si no, desde la respuesta</translation>
    </message>
    <message>
        <source>Type a number first, such as {example}</source>
        <translation>Escriba antes un número, como {example}</translation>
    </message>
    <message>
        <source>Type it and press Enter.</source>
        <translation>Escríbalo y pulse Intro.</translation>
    </message>
    <message>
        <source>Type or choose; everyone can read it</source>
        <translation>Escriba o elija; todos pueden leerlo</translation>
    </message>
    <message>
        <source>Type or choose; kept in the audit trail</source>
        <translation>Escriba o elija; queda en el registro de auditoría</translation>
    </message>
    <message>
        <source>Type what to do, or an agent&apos;s name</source>
        <translation>Escriba qué hacer, o el nombre de un agente</translation>
    </message>
    <message>
        <source>US (all states)</source>
        <translation>EE. UU. (todos los estados)</translation>
    </message>
    <message>
        <source>Under 2 %</source>
        <translation>Menos del 2 %</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Deshacer el último cambio</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>Descongelar</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Until before (empty: for good)</source>
        <translation>Hasta antes de (vacío: siempre)</translation>
    </message>
    <message>
        <source>Until it is changed</source>
        <translation>Hasta que se cambie</translation>
    </message>
    <message>
        <source>Until tomorrow, {time}</source>
        <translation>Hasta mañana, {time}</translation>
    </message>
    <message>
        <source>Until {clocks}</source>
        <translation>Hasta {clocks}</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Arriba</translation>
    </message>
    <message>
        <source>Up to, not including</source>
        <translation>Hasta, sin incluirlo</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Usado</translation>
    </message>
    <message>
        <source>Used now</source>
        <translation>Usado ahora</translation>
    </message>
    <message>
        <source>Used then</source>
        <translation>Usado entonces</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>User added</source>
        <translation>Usuario añadido</translation>
    </message>
    <message>
        <source>User disabled</source>
        <translation>Usuario inhabilitado</translation>
    </message>
    <message>
        <source>User: {what}</source>
        <translation>Usuario: {what}</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Usuarios</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Versions of the national list</source>
        <translation>Versiones de la lista nacional</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>Versiones…</translation>
    </message>
    <message>
        <source>Very long</source>
        <translation>Muchísimo</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Buzón de voz</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Waiting alone does not help: see the reasons.</source>
        <translation>Esperar no basta: vea los motivos.</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>Esperan ahora</translation>
    </message>
    <message>
        <source>Waits for a second person</source>
        <translation>Espera a otra persona</translation>
    </message>
    <message>
        <source>Wallboard over the whole screen</source>
        <translation>Panel mural en toda la pantalla</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>mié</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>What and why</source>
        <translation>Qué y por qué</translation>
    </message>
    <message>
        <source>What calls for somebody, and what was done about it</source>
        <translation>Lo que llama a alguien, y qué se hizo al respecto</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Qué se puede hacer</translation>
    </message>
    <message>
        <source>What filled the window</source>
        <translation>Qué llenó la ventana</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>What happened to the session</source>
        <translation>Qué pasó con la sesión</translation>
    </message>
    <message>
        <source>What holds now stays as it is. Whoever proposed it sees your reason.</source>
        <translation>Lo que vale ahora sigue igual. Quien lo propuso ve su motivo.</translation>
    </message>
    <message>
        <source>What holds now stays as it is. Your proposal stays in the history.</source>
        <translation>Lo que vale ahora sigue igual. Su propuesta queda en el historial.</translation>
    </message>
    <message>
        <source>What is chosen here holds at once, for you on this computer.</source>
        <translation>Lo que se elige aquí rige de inmediato, para usted en este equipo.</translation>
    </message>
    <message>
        <source>What is held</source>
        <translation>Qué se retiene</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Lo que se guarda</translation>
    </message>
    <message>
        <source>What is older than it is kept goes at the next clean-up, and it may be erased.</source>
        <translation>Lo que pasa de su plazo se va en la próxima limpieza, y se puede borrar.</translation>
    </message>
    <message>
        <source>What is over cannot be read now. {why}</source>
        <translation>Lo terminado no se puede leer ahora. {why}</translation>
    </message>
    <message>
        <source>What is seen, what the colours mean, what to do</source>
        <translation>Qué se ve, qué significan los colores, qué hacer</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>De qué trata</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Qué significa</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>En qué se basa</translation>
    </message>
    <message>
        <source>What the changes would do</source>
        <translation>Qué harían los cambios</translation>
    </message>
    <message>
        <source>What the colours of the states mean</source>
        <translation>Qué significan los colores de los estados</translation>
    </message>
    <message>
        <source>What the dialer was told</source>
        <translation>Qué se le dijo al marcador</translation>
    </message>
    <message>
        <source>What the file changes</source>
        <translation>Qué cambia el archivo</translation>
    </message>
    <message>
        <source>What the person agreed to, when and how; at least 8 letters</source>
        <translation>Qué aceptó la persona, cuándo y cómo; al menos 8 letras</translation>
    </message>
    <message>
        <source>What this would do</source>
        <translation>Qué haría esto</translation>
    </message>
    <message>
        <source>What this would do…</source>
        <translation>Qué haría esto…</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Qué se comprobó</translation>
    </message>
    <message>
        <source>What was edited of the chosen agent</source>
        <translation>Qué se editó del agente elegido</translation>
    </message>
    <message>
        <source>What you do about it</source>
        <translation>Qué hace usted al respecto</translation>
    </message>
    <message>
        <source>What {file} does</source>
        <translation>Qué hace {file}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>When ended sessions were started</source>
        <translation>Cuándo empezaron las sesiones terminadas</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Where calls may go now, by the rules of every state and zone.</source>
        <translation>Adónde se puede llamar ahora, según las reglas de cada estado y zona.</translation>
    </message>
    <message>
        <source>Where it holds</source>
        <translation>Dónde vale</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Dónde figura</translation>
    </message>
    <message>
        <source>Where the paper is kept, or what was asked; may be empty</source>
        <translation>Dónde se guarda el papel o qué se preguntó; puede ir vacío</translation>
    </message>
    <message>
        <source>Whether the rules of calling hours refuse a contact, or only count what they would have refused.</source>
        <translation>Si las reglas del horario rechazan un contacto o solo cuentan lo que habrían rechazado.</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Cuál</translation>
    </message>
    <message>
        <source>Which list</source>
        <translation>Qué lista</translation>
    </message>
    <message>
        <source>Which number?</source>
        <translation>¿Qué número?</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Who and note</source>
        <translation>Quién y nota</translation>
    </message>
    <message>
        <source>Who and why</source>
        <translation>Quién y por qué</translation>
    </message>
    <message>
        <source>Who asked not to be called is not called again unless they agreed to it since (47 CFR 64.1200).</source>
        <translation>A quien pidió que no le llamen no se le llama más, salvo que lo haya aceptado después (47 CFR 64.1200).</translation>
    </message>
    <message>
        <source>Who asked not to be called is remembered for {amount}</source>
        <translation>Quien pidió que no le llamen se recuerda {amount}</translation>
    </message>
    <message>
        <source>Who asks not to be called is left alone within {amount}</source>
        <translation>A quien pide que no le llamen se le deja en paz en {amount}</translation>
    </message>
    <message>
        <source>Who changed or took what, when and why, with the hashes that chain it, as CSV.</source>
        <translation>Quién cambió o se llevó qué, cuándo y por qué, con los hashes que lo encadenan, como CSV.</translation>
    </message>
    <message>
        <source>Who changed what</source>
        <translation>Quién cambió qué</translation>
    </message>
    <message>
        <source>Who is not called now</source>
        <translation>A quién no se llama ahora</translation>
    </message>
    <message>
        <source>Who is not called: people who asked, wrong numbers, litigators, and the national registry.</source>
        <translation>A quién no se llama: quienes lo pidieron, números equivocados, litigantes y el registro nacional.</translation>
    </message>
    <message>
        <source>Who may be called, by which rules, and the proof of it</source>
        <translation>A quién se puede llamar, con qué reglas y la prueba de ello</translation>
    </message>
    <message>
        <source>Who signed, with title and firm</source>
        <translation>Quién firmó, con título y despacho</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Íntegro</translation>
    </message>
    <message>
        <source>Whole line</source>
        <translation>La línea entera</translation>
    </message>
    <message>
        <source>Whole, file deleted</source>
        <translation>Íntegro, archivo borrado</translation>
    </message>
    <message>
        <source>Whole, read {when}</source>
        <translation>Entera, leída {when}</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>A quién</translation>
    </message>
    <message>
        <source>Whom it binds</source>
        <translation>A quién obliga</translation>
    </message>
    <message>
        <source>Whom the dialers are to call. Contacts come in from a CSV file: choose it, or drop it here.</source>
        <translation>A quién han de llamar los marcadores. Los contactos vienen de un archivo CSV: elíjalo o suéltelo aquí.</translation>
    </message>
    <message>
        <source>Whom the rules bind</source>
        <translation>A quién obligan las reglas</translation>
    </message>
    <message>
        <source>Whose limits</source>
        <translation>De quién son los límites</translation>
    </message>
    <message>
        <source>Whose rules</source>
        <translation>Reglas de quién</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Why it cannot be imported</source>
        <translation>Por qué no se puede importar</translation>
    </message>
    <message>
        <source>Why it was left out</source>
        <translation>Por qué quedó fuera</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Por qué no</translation>
    </message>
    <message>
        <source>Why not now</source>
        <translation>Por qué ahora no</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Retirar…</translation>
    </message>
    <message>
        <source>Without a campaign</source>
        <translation>Sin campaña</translation>
    </message>
    <message>
        <source>Woke from its snooze</source>
        <translation>Volvió de su pausa</translation>
    </message>
    <message>
        <source>Words, citation, id</source>
        <translation>Palabras, cita, id</translation>
    </message>
    <message>
        <source>Would be refused</source>
        <translation>Se rechazarían</translation>
    </message>
    <message>
        <source>Would refuse</source>
        <translation>Rechazaría</translation>
    </message>
    <message>
        <source>Wrap-up</source>
        <translation>Cierre</translation>
    </message>
    <message>
        <source>Write numbers with commas between them, such as 80, 90, 100</source>
        <translation>Escriba números separados por comas, como 80, 90, 100</translation>
    </message>
    <message>
        <source>Write the last digits, as in 0100, or the beginning with a plus, as in +1 212</source>
        <translation>Escriba las últimas cifras, como 0100, o el principio con un más, como +1 212</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Número equivocado</translation>
    </message>
    <message>
        <source>Yes, it may be called</source>
        <translation>Sí, se puede llamar</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>You proposed this: another admin or compliance officer approves it, in a window of their own.</source>
        <translation>Usted lo propuso: lo aprueba otra persona de administración o cumplimiento, en su propia ventana.</translation>
    </message>
    <message>
        <source>You will see the whole number until you leave this row. The audit trail keeps who, when and why.</source>
        <translation>Verá el número completo hasta que deje esta fila. La auditoría guarda quién, cuándo y por qué.</translation>
    </message>
    <message>
        <source>Your local time</source>
        <translation>Su hora local</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Propia</translation>
    </message>
    <message>
        <source>Your tenant is of no tier</source>
        <translation>Su inquilino no es de ningún nivel</translation>
    </message>
    <message>
        <source>Your tenant is of no tier: where it sets no limit itself, the system’s holds.</source>
        <translation>Su inquilino no es de ningún nivel: donde no fija límite, rige el del sistema.</translation>
    </message>
    <message>
        <source>Your tenant is of the tier {name}. The operator of this folder edits tiers.</source>
        <translation>Su inquilino es del nivel {name}. El operador de esta carpeta edita los niveles.</translation>
    </message>
    <message>
        <source>Yours are the same as theirs.</source>
        <translation>Los suyos son iguales.</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Archivos zip (*.zip)</translation>
    </message>
    <message>
        <source>a campaign that is gone</source>
        <translation>una campaña que ya no está</translation>
    </message>
    <message>
        <source>a mode: write preview, power or predictive</source>
        <translation>un modo: escriba preview, power o predictive</translation>
    </message>
    <message>
        <source>a number of {states}</source>
        <translation>un número de {states}</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>administrador</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>agente</translation>
    </message>
    <message>
        <source>agents</source>
        <translation>agentes</translation>
    </message>
    <message>
        <source>alert only</source>
        <translation>solo avisar</translation>
    </message>
    <message>
        <source>alert only: counts, refuses nothing</source>
        <translation>solo avisar: cuenta, no rechaza nada</translation>
    </message>
    <message>
        <source>all calls, refusals and numbers</source>
        <translation>todas las llamadas, rechazos y números</translation>
    </message>
    <message>
        <source>all free</source>
        <translation>todo libre</translation>
    </message>
    <message>
        <source>allowed by every rule</source>
        <translation>permitida por todas las reglas</translation>
    </message>
    <message>
        <source>allowed, the rules only counting</source>
        <translation>permitida, las reglas solo contaban</translation>
    </message>
    <message>
        <source>an admin</source>
        <translation>un administrador</translation>
    </message>
    <message>
        <source>an import</source>
        <translation>una importación</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more: show them all</source>
        <translation>
            <numerusform>y %n más: mostrarlas</numerusform>
            <numerusform>y %n más: mostrarlas</numerusform>
        </translation>
    </message>
    <message>
        <source>and on holidays</source>
        <translation>y en festivos</translation>
    </message>
    <message>
        <source>as the tenant</source>
        <translation>como el inquilino</translation>
    </message>
    <message>
        <source>asked not to be called</source>
        <translation>pidió que no le llamen</translation>
    </message>
    <message>
        <source>asks for calls</source>
        <translation>pide llamadas</translation>
    </message>
    <message>
        <source>at its pace</source>
        <translation>a su ritmo</translation>
    </message>
    <message>
        <source>at {marks} %</source>
        <translation>al {marks} %</translation>
    </message>
    <message>
        <source>auto-dial delay</source>
        <translation>demora de marcado</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>barra</translation>
    </message>
    <message>
        <source>before 3 %</source>
        <translation>antes del 3 %</translation>
    </message>
    <message>
        <source>before anything happened</source>
        <translation>antes de que pasara nada</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>rota</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>sola</translation>
    </message>
    <message>
        <source>by itself at {time}</source>
        <translation>sola a las {time}</translation>
    </message>
    <message>
        <source>call timeout</source>
        <translation>tiempo de timbre</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>llamadas</translation>
    </message>
    <message>
        <source>calls in</source>
        <translation>llamadas en</translation>
    </message>
    <message>
        <source>calls per hour</source>
        <translation>llamadas por hora</translation>
    </message>
    <message>
        <source>cells parted by a {sign}</source>
        <translation>celdas separadas por {sign}</translation>
    </message>
    <message>
        <source>closes in {time}</source>
        <translation>cierra en {time}</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>columna {number}</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>coma</translation>
    </message>
    <message>
        <source>compliance</source>
        <translation>cumplimiento</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>consentimiento</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>copias</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>days of {zone}</source>
        <translation>días de {zone}</translation>
    </message>
    <message>
        <source>declared by an officer</source>
        <translation>declarada por cumplimiento</translation>
    </message>
    <message>
        <source>default</source>
        <translation>por defecto</translation>
    </message>
    <message>
        <source>dialer</source>
        <translation>marcador</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>enforce</source>
        <translation>exigir</translation>
    </message>
    <message>
        <source>enforce or alert-only</source>
        <translation>enforce o alert-only</translation>
    </message>
    <message>
        <source>enforced</source>
        <translation>exigido</translation>
    </message>
    <message>
        <source>enforcement</source>
        <translation>aplicación</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>cada día</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>everything there is</source>
        <translation>todo lo que hay</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>para siempre</translation>
    </message>
    <message>
        <source>four times</source>
        <translation>cuatro veces</translation>
    </message>
    <message numerus="yes">
        <source>from %n in an hour</source>
        <translation>
            <numerusform>desde %n en una hora</numerusform>
            <numerusform>desde %n en una hora</numerusform>
        </translation>
    </message>
    <message>
        <source>from {date}</source>
        <translation>desde {date}</translation>
    </message>
    <message>
        <source>from {percent} %</source>
        <translation>desde {percent} %</translation>
    </message>
    <message>
        <source>full: no session can start. {limit}</source>
        <translation>completo: no se puede abrir ninguna sesión. {limit}</translation>
    </message>
    <message>
        <source>given</source>
        <translation>dado</translation>
    </message>
    <message>
        <source>given back {at}</source>
        <translation>devuelto a las {at}</translation>
    </message>
    <message>
        <source>goal {time} ms</source>
        <translation>meta {time} ms</translation>
    </message>
    <message>
        <source>handed out {at}</source>
        <translation>entregada a las {at}</translation>
    </message>
    <message>
        <source>holidays</source>
        <translation>festivos</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>heredado</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>última hora</translation>
    </message>
    <message>
        <source>left</source>
        <translation>quedan</translation>
    </message>
    <message>
        <source>limit 0</source>
        <translation>límite 0</translation>
    </message>
    <message>
        <source>limit reached</source>
        <translation>límite alcanzado</translation>
    </message>
    <message>
        <source>limit set by {source}; paused ones count</source>
        <translation>límite fijado por {source}; las pausadas cuentan</translation>
    </message>
    <message>
        <source>limit {limit}/h is {pace} a minute</source>
        <translation>el límite {limit}/h son {pace} por minuto</translation>
    </message>
    <message>
        <source>may be called</source>
        <translation>se puede llamar</translation>
    </message>
    <message>
        <source>may call</source>
        <translation>puede llamar</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>modo</translation>
    </message>
    <message>
        <source>more within the hour</source>
        <translation>más en una hora</translation>
    </message>
    <message>
        <source>national list</source>
        <translation>lista nacional</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>next slot {time}</source>
        <translation>cupo en {time}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>no call</source>
        <translation>ninguna llamada</translation>
    </message>
    <message>
        <source>no calls allowed</source>
        <translation>sin llamadas permitidas</translation>
    </message>
    <message>
        <source>no campaign</source>
        <translation>sin campaña</translation>
    </message>
    <message>
        <source>no change in sight</source>
        <translation>ningún cambio a la vista</translation>
    </message>
    <message>
        <source>no end in sight</source>
        <translation>sin fin a la vista</translation>
    </message>
    <message>
        <source>no key yet</source>
        <translation>aún sin clave</translation>
    </message>
    <message>
        <source>no longer known</source>
        <translation>ya no se conoce</translation>
    </message>
    <message>
        <source>no open alerts</source>
        <translation>ninguna alerta abierta</translation>
    </message>
    <message>
        <source>no opening in sight; somebody has to look</source>
        <translation>ninguna apertura a la vista; alguien tiene que mirar</translation>
    </message>
    <message>
        <source>no rule counts them here</source>
        <translation>aquí no los cuenta ninguna regla</translation>
    </message>
    <message>
        <source>no tier</source>
        <translation>sin nivel</translation>
    </message>
    <message>
        <source>nobody answered</source>
        <translation>no contestó nadie</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>none is imported</source>
        <translation>no se importó ninguna</translation>
    </message>
    <message>
        <source>none is known</source>
        <translation>no consta ninguno</translation>
    </message>
    <message>
        <source>none running</source>
        <translation>ninguna en marcha</translation>
    </message>
    <message>
        <source>none within the time that counts</source>
        <translation>ninguno en el tiempo que cuenta</translation>
    </message>
    <message>
        <source>none yet: a day is signed when it is over</source>
        <translation>aún ninguna: un día se firma cuando acaba</translation>
    </message>
    <message>
        <source>none yet: one is signed each night</source>
        <translation>aún ninguna: se firma una cada noche</translation>
    </message>
    <message>
        <source>none: waiting would not have helped</source>
        <translation>ninguno: esperar no habría servido</translation>
    </message>
    <message>
        <source>not asked by these rules</source>
        <translation>estas reglas no lo piden</translation>
    </message>
    <message>
        <source>not known: the copy is too old or lacks its area code</source>
        <translation>no se sabe: la copia es demasiado antigua o le falta su código de área</translation>
    </message>
    <message>
        <source>not on it</source>
        <translation>no está en ella</translation>
    </message>
    <message>
        <source>not planned</source>
        <translation>sin planear</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>todavía no</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>nothing decided yet</source>
        <translation>aún nada decidido</translation>
    </message>
    <message>
        <source>nothing in sight</source>
        <translation>nada a la vista</translation>
    </message>
    <message>
        <source>nothing in sight: somebody has to look</source>
        <translation>nada a la vista: alguien tiene que mirar</translation>
    </message>
    <message>
        <source>nothing is old enough</source>
        <translation>nada es bastante antiguo</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>nada más</translation>
    </message>
    <message>
        <source>nothing refused</source>
        <translation>nada rechazado</translation>
    </message>
    <message>
        <source>nothing stands out</source>
        <translation>nada llama la atención</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>aún nada</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>nowhere: save a head where no one can change it</source>
        <translation>en ningún sitio: guarde una cabecera donde nadie pueda cambiarla</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln contacts callable</source>
        <translation>
            <numerusform>de %Ln contacto llamable</numerusform>
            <numerusform>de %Ln contactos llamables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln ended calls</source>
        <translation>
            <numerusform>de %Ln terminada</numerusform>
            <numerusform>de %Ln terminadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln live</source>
        <translation>
            <numerusform>de %Ln viva</numerusform>
            <numerusform>de %Ln vivas</numerusform>
        </translation>
    </message>
    <message>
        <source>of {all} states open</source>
        <translation>de {all} estados abiertos</translation>
    </message>
    <message>
        <source>of {at}</source>
        <translation>de {at}</translation>
    </message>
    <message>
        <source>of {calls}, {share}</source>
        <translation>de {calls}, {share}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <source>oldest {time}</source>
        <translation>la más antigua {time}</translation>
    </message>
    <message>
        <source>on it</source>
        <translation>está en ella</translation>
    </message>
    <message>
        <source>on none</source>
        <translation>en ninguna</translation>
    </message>
    <message>
        <source>one, at {at}</source>
        <translation>una, a las {at}</translation>
    </message>
    <message>
        <source>opens in {time}</source>
        <translation>abre en {time}</translation>
    </message>
    <message>
        <source>opens {there} there, {here} here</source>
        <translation>abre {there} allí, {here} aquí</translation>
    </message>
    <message>
        <source>over</source>
        <translation>pasada</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>valor del modo</translation>
    </message>
    <message>
        <source>reads and exports</source>
        <translation>lee y exporta</translation>
    </message>
    <message>
        <source>record {number} · {at} · {who}</source>
        <translation>asiento {number} · {at} · {who}</translation>
    </message>
    <message>
        <source>record {number}, {at}</source>
        <translation>asiento {number}, {at}</translation>
    </message>
    <message>
        <source>record {number}, {at}; {count} since</source>
        <translation>asiento {number}, {at}; {count} desde entonces</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>refused at {time}: {reason}</source>
        <translation>rechazado a las {time}: {reason}</translation>
    </message>
    <message>
        <source>refused {at}</source>
        <translation>rechazado a las {at}</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>peticiones</translation>
    </message>
    <message>
        <source>rules {rules}, time zones {zones}</source>
        <translation>reglas {rules}, zonas horarias {zones}</translation>
    </message>
    <message>
        <source>running since {time}</source>
        <translation>en marcha desde {time}</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>punto y coma</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>sesiones</translation>
    </message>
    <message>
        <source>since {there} there, {here} here</source>
        <translation>desde {there} allí, {here} aquí</translation>
    </message>
    <message numerus="yes">
        <source>someone else changed %n of them meanwhile: decide under Apply</source>
        <translation>
            <numerusform>mientras tanto otra persona cambió %n de ellos: decida al aplicar</numerusform>
            <numerusform>mientras tanto otra persona cambió %n de ellos: decida al aplicar</numerusform>
        </translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>system</source>
        <translation>sistema</translation>
    </message>
    <message>
        <source>system preset</source>
        <translation>valor del sistema</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulador</translation>
    </message>
    <message>
        <source>tenant</source>
        <translation>inquilino</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>el principio</translation>
    </message>
    <message>
        <source>the bell of this computer</source>
        <translation>el timbre de este equipo</translation>
    </message>
    <message>
        <source>the dialer</source>
        <translation>el marcador</translation>
    </message>
    <message>
        <source>the disposition</source>
        <translation>el resultado</translation>
    </message>
    <message>
        <source>the end of the session</source>
        <translation>el fin de la sesión</translation>
    </message>
    <message>
        <source>the engine’s clock</source>
        <translation>el reloj del motor</translation>
    </message>
    <message>
        <source>the first request</source>
        <translation>la primera petición</translation>
    </message>
    <message>
        <source>the import command</source>
        <translation>la orden de importación</translation>
    </message>
    <message>
        <source>the operator of this folder</source>
        <translation>el operador de esta carpeta</translation>
    </message>
    <message>
        <source>the request for a contact</source>
        <translation>la petición de un contacto</translation>
    </message>
    <message>
        <source>the ring timer</source>
        <translation>el reloj del timbre</translation>
    </message>
    <message>
        <source>the rules were not asked</source>
        <translation>no se preguntaron las reglas</translation>
    </message>
    <message>
        <source>the system</source>
        <translation>el sistema</translation>
    </message>
    <message>
        <source>the tenant</source>
        <translation>el inquilino</translation>
    </message>
    <message>
        <source>the tier</source>
        <translation>el nivel</translation>
    </message>
    <message>
        <source>the token</source>
        <translation>el token</translation>
    </message>
    <message numerus="yes">
        <source>they stay chosen.</source>
        <comment>of %n agents</comment>
        <translation>
            <numerusform>sigue elegido.</numerusform>
            <numerusform>siguen elegidos.</numerusform>
        </translation>
    </message>
    <message>
        <source>this agent</source>
        <translation>este agente</translation>
    </message>
    <message>
        <source>this program’s own rule</source>
        <translation>regla propia del programa</translation>
    </message>
    <message>
        <source>tier</source>
        <translation>nivel</translation>
    </message>
    <message>
        <source>time per {subject}</source>
        <translation>tiempo por {subject}</translation>
    </message>
    <message>
        <source>to</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>to before</source>
        <translation>hasta antes de</translation>
    </message>
    <message>
        <source>to decide and log a call</source>
        <translation>para decidir y registrar</translation>
    </message>
    <message>
        <source>too few drops left</source>
        <translation>quedan pocos abandonos</translation>
    </message>
    <message>
        <source>tries</source>
        <translation>intentos</translation>
    </message>
    <message>
        <source>twice its pace</source>
        <translation>dos veces su ritmo</translation>
    </message>
    <message>
        <source>under the limit’s pace</source>
        <translation>bajo el ritmo del límite</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>until before {date}</source>
        <translation>hasta antes de {date}</translation>
    </message>
    <message>
        <source>until {there} there, {here} here</source>
        <translation>hasta {there} allí, {here} aquí</translation>
    </message>
    <message>
        <source>watches and acts</source>
        <translation>mira y actúa</translation>
    </message>
    <message>
        <source>would have been refused by {rules}, the rules only counting</source>
        <translation>la habrían rechazado {rules}; las reglas solo contaban</translation>
    </message>
    <message>
        <source>wrong number</source>
        <translation>número equivocado</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>{agent} is new on the floor, with the default limits</source>
        <translation>{agent} es nuevo en el piso, con los límites por defecto</translation>
    </message>
    <message>
        <source>{agent} is on line {line} already; keep one</source>
        <translation>{agent} ya está en la línea {line}; deje una</translation>
    </message>
    <message>
        <source>{agent}, {number} of {all}</source>
        <translation>{agent}, {number} de {all}</translation>
    </message>
    <message numerus="yes">
        <source>{agent}: %n refused in the last hour</source>
        <translation>
            <numerusform>{agent}: %n rechazo en la última hora</numerusform>
            <numerusform>{agent}: %n rechazos en la última hora</numerusform>
        </translation>
    </message>
    <message>
        <source>{age} ago</source>
        <translation>hace {age}</translation>
    </message>
    <message>
        <source>{age} old</source>
        <translation>hace {age}</translation>
    </message>
    <message>
        <source>{amount} (alert only)</source>
        <translation>{amount} (solo avisar)</translation>
    </message>
    <message>
        <source>{amount}, alert only</source>
        <translation>{amount}, solo avisar</translation>
    </message>
    <message>
        <source>{area}, also {places}</source>
        <translation>{area}, también {places}</translation>
    </message>
    <message>
        <source>{at}, {wait} after the last try</source>
        <translation>{at}, {wait} tras el último intento</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{blocked} of {due} due contacts may not be called at this hour</source>
        <translation>A {blocked} de {due} contactos pendientes no se les puede llamar a esta hora</translation>
    </message>
    <message numerus="yes">
        <source>{calls} of %Ln live</source>
        <translation>
            <numerusform>{calls} de %Ln viva</numerusform>
            <numerusform>{calls} de %Ln vivas</numerusform>
        </translation>
    </message>
    <message>
        <source>{calls}, limit {limit}</source>
        <translation>{calls}, límite {limit}</translation>
    </message>
    <message>
        <source>{calls}/min</source>
        <translation>{calls}/min</translation>
    </message>
    <message>
        <source>{campaign}, 30 days</source>
        <translation>{campaign}, 30 días</translation>
    </message>
    <message numerus="yes">
        <source>{choice}, %Ln agents</source>
        <translation>
            <numerusform>{choice}, %Ln agente</numerusform>
            <numerusform>{choice}, %Ln agentes</numerusform>
        </translation>
    </message>
    <message>
        <source>{clock} here</source>
        <translation>{clock} aquí</translation>
    </message>
    <message>
        <source>{clock} in {zone}</source>
        <translation>{clock} en {zone}</translation>
    </message>
    <message>
        <source>{converted} of {reached} reached contacts converted</source>
        <translation>{converted} de {reached} contactos alcanzados convertidos</translation>
    </message>
    <message>
        <source>{counsel}, {date}</source>
        <translation>{counsel}, {date}</translation>
    </message>
    <message>
        <source>{count} agents are called {name}; name the one meant in the column agent_id</source>
        <translation>{count} agentes se llaman {name}; nombre el que sea en la columna agent_id</translation>
    </message>
    <message>
        <source>{count} by the limits as they are now</source>
        <translation>{count} según los límites de ahora</translation>
    </message>
    <message>
        <source>{count} found, searched back to {back}</source>
        <translation>{count} encontrados, buscado hasta {back}</translation>
    </message>
    <message>
        <source>{count} found, searched back to {back} …</source>
        <translation>{count} encontrados, buscado hasta {back} …</translation>
    </message>
    <message>
        <source>{count} found, that is all</source>
        <translation>{count} encontrados, eso es todo</translation>
    </message>
    <message>
        <source>{count} listed already</source>
        <translation>{count} ya en la lista</translation>
    </message>
    <message>
        <source>{count} loaded, newest first; more below</source>
        <translation>{count} cargados, lo más nuevo primero; hay más abajo</translation>
    </message>
    <message>
        <source>{count} records, newest first</source>
        <translation>{count} asientos, los nuevos primero</translation>
    </message>
    <message>
        <source>{count} twice</source>
        <translation>{count} repetidos</translation>
    </message>
    <message>
        <source>{count} within {long}, folded</source>
        <translation>{count} en {long}, agrupados</translation>
    </message>
    <message>
        <source>{count}, the last {at}</source>
        <translation>{count}, la última {at}</translation>
    </message>
    <message>
        <source>{done} lines</source>
        <translation>{done} líneas</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln rows written</source>
        <translation>
            <numerusform>{done} de %Ln fila escrita</numerusform>
            <numerusform>{done} de %Ln filas escritas</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total} calls put before the engine once more</source>
        <translation>{done} de {total} llamadas presentadas otra vez al motor</translation>
    </message>
    <message>
        <source>{done} of {total} lines</source>
        <translation>{done} de {total} líneas</translation>
    </message>
    <message>
        <source>{done} of {total}, {lines} lines, {rate} lines a second</source>
        <translation>{done} de {total}, {lines} líneas, {rate} líneas por segundo</translation>
    </message>
    <message>
        <source>{field}: theirs {theirs}, yours {yours} (was {before})</source>
        <translation>{field}: el suyo {theirs}, el de usted {yours} (era {before})</translation>
    </message>
    <message>
        <source>{figure}, running</source>
        <translation>{figure}, en curso</translation>
    </message>
    <message>
        <source>{files}, taken {day}, account {account}; imported {time} by {who}</source>
        <translation>{files}, del {day}, cuenta {account}; importada {time} por {who}</translation>
    </message>
    <message>
        <source>{file} cannot be written ({why})</source>
        <translation>No se puede escribir {file} ({why})</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
    <message>
        <source>{first} until before {last}</source>
        <translation>{first} hasta antes de {last}</translation>
    </message>
    <message>
        <source>{free} now · next {time} · +{soon} in 5 min</source>
        <translation>{free} ahora · próximo {time} · +{soon} en 5 min</translation>
    </message>
    <message>
        <source>{given} of {asked}</source>
        <translation>{given} de {asked}</translation>
    </message>
    <message>
        <source>{kind}, {when}</source>
        <translation>{kind}, {when}</translation>
    </message>
    <message>
        <source>{kind}, {when}, {columns}</source>
        <translation>{kind}, {when}, {columns}</translation>
    </message>
    <message>
        <source>{limit} {used}/{amount}</source>
        <translation>{limit} {used}/{amount}</translation>
    </message>
    <message>
        <source>{limit}, alert only</source>
        <translation>{limit}, solo avisar</translation>
    </message>
    <message>
        <source>{limit}, already</source>
        <translation>{limit}, ya</translation>
    </message>
    <message>
        <source>{limit}, until {when}</source>
        <translation>{limit}, hasta {when}</translation>
    </message>
    <message>
        <source>{list} since {time}: imported by {who} ({why}).</source>
        <translation>{list} desde {time}: importado por {who} ({why}).</translation>
    </message>
    <message>
        <source>{list} since {time}: {who} heard it on a call ({why}).</source>
        <translation>{list} desde {time}: {who} lo oyó en una llamada ({why}).</translation>
    </message>
    <message>
        <source>{list} since {time}: {who} heard it on a call of {campaign} ({why}).</source>
        <translation>{list} desde {time}: {who} lo oyó en una llamada de {campaign} ({why}).</translation>
    </message>
    <message>
        <source>{list} since {time}: {who} put it there ({why}).</source>
        <translation>{list} desde {time}: lo puso {who} ({why}).</translation>
    </message>
    <message>
        <source>{list}, since {when} by {who}</source>
        <translation>{list}, desde {when} por {who}</translation>
    </message>
    <message>
        <source>{mode} {amount}</source>
        <translation>{mode} {amount}</translation>
    </message>
    <message>
        <source>{mode} · no session</source>
        <translation>{mode} · sin sesión</translation>
    </message>
    <message>
        <source>{mode}, started {at} by {who}</source>
        <translation>{mode}, empezada a las {at} por {who}</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %Ln more</source>
        <translation>
            <numerusform>{names} y %Ln más</numerusform>
            <numerusform>{names} y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and {more} more</source>
        <translation>{names} y {more} más</translation>
    </message>
    <message>
        <source>{name} (tenant)</source>
        <translation>{name} (inquilino)</translation>
    </message>
    <message>
        <source>{name} (tier)</source>
        <translation>{name} (nivel)</translation>
    </message>
    <message>
        <source>{name} gets no further calls. The session goes on counting to 8 h, and still takes one of the tenant’s sessions.</source>
        <translation>{name} no recibe más llamadas. La sesión sigue contando para las 8 h y ocupa una de las sesiones del inquilino.</translation>
    </message>
    <message>
        <source>{name} has run: {outcome}</source>
        <translation>{name} se ejecutó: {outcome}</translation>
    </message>
    <message>
        <source>{name} is no state; write two letters, such as LA</source>
        <translation>{name} no es un estado; escriba dos letras, como LA</translation>
    </message>
    <message>
        <source>{name} may ask for calls again, within the same limits.</source>
        <translation>{name} puede volver a pedir llamadas, dentro de los mismos límites.</translation>
    </message>
    <message>
        <source>{name}’s session ends for good: a dialer has to start a new one. Calls already out are not cut.</source>
        <translation>La sesión de {name} termina para siempre: un marcador debe abrir otra. Las llamadas en curso no se cortan.</translation>
    </message>
    <message>
        <source>{numbers} in {codes}, from {lines} lines</source>
        <translation>{numbers} en {codes}, de {lines} líneas</translation>
    </message>
    <message>
        <source>{number} is not called any more</source>
        <translation>Ya no se llama a {number}</translation>
    </message>
    <message>
        <source>{number} is not called: {lists}</source>
        <translation>No se llama a {number}: {lists}</translation>
    </message>
    <message>
        <source>{number} is on no list</source>
        <translation>{number} no está en ninguna lista</translation>
    </message>
    <message>
        <source>{number} is on the national list</source>
        <translation>{number} está en la lista nacional</translation>
    </message>
    <message>
        <source>{number} may be called again</source>
        <translation>Se puede llamar de nuevo a {number}</translation>
    </message>
    <message>
        <source>{number}, success {share} of reached</source>
        <translation>{number}, éxito {share} de las alcanzadas</translation>
    </message>
    <message>
        <source>{number}, {share} of attempted</source>
        <translation>{number}, {share} de las intentadas</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} o {other}</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}</source>
        <translation>No se puede escribir {path}: {why}</translation>
    </message>
    <message>
        <source>{place} · {kind} · {id}</source>
        <translation>{place} · {kind} · {id}</translation>
    </message>
    <message>
        <source>{reason} (only counted)</source>
        <translation>{reason} (solo se cuenta)</translation>
    </message>
    <message>
        <source>{reason}; consent: {consent}</source>
        <translation>{reason}; consentimiento: {consent}</translation>
    </message>
    <message>
        <source>{refused} of {all} API requests</source>
        <translation>{refused} de {all} peticiones API</translation>
    </message>
    <message>
        <source>{refused} of {all} session starts</source>
        <translation>{refused} de {all} inicios de sesión</translation>
    </message>
    <message>
        <source>{root}, over records {first} to {last}</source>
        <translation>{root}, sobre los asientos {first} a {last}</translation>
    </message>
    <message>
        <source>{rows}, {span}. Choose another range, or another campaign.</source>
        <translation>{rows}, {span}. Elija otro periodo u otra campaña.</translation>
    </message>
    <message>
        <source>{rows}, {span}. Numbers are masked here and whole in the file.</source>
        <translation>{rows}, {span}. Los números van ocultos aquí y completos en el archivo.</translation>
    </message>
    <message>
        <source>{says}, by the clock of {zone}</source>
        <translation>{says}, según el reloj de {zone}</translation>
    </message>
    <message>
        <source>{sentence}: it is {now} now, and you want {yours}. Close this and look again.</source>
        <translation>{sentence}: ahora es {now}, y usted quiere {yours}. Cierre esto y mire de nuevo.</translation>
    </message>
    <message>
        <source>{share} % of its time</source>
        <translation>{share} % de su tiempo</translation>
    </message>
    <message>
        <source>{share} ({abandoned} of {live})</source>
        <translation>{share} ({abandoned} de {live})</translation>
    </message>
    <message>
        <source>{share} of the 3 % that the law allows; marks at 2, 2.5 and 2.9 %</source>
        <translation>{share} del 3 % que permite la ley; marcas en 2, 2,5 y 2,9 %</translation>
    </message>
    <message>
        <source>{share} {campaign}, 30 days, of {calls}</source>
        <translation>{share} {campaign}, 30 días, de {calls}</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln agents</source>
        <translation>
            <numerusform>{shown} de %Ln agente</numerusform>
            <numerusform>{shown} de %Ln agentes</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {known}</source>
        <translation>{shown} de {known}</translation>
    </message>
    <message numerus="yes">
        <source>{some} of %Ln columns</source>
        <translation>
            <numerusform>{some} de %Ln columna</numerusform>
            <numerusform>{some} de %Ln columnas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{some} of %Ln columns…</source>
        <translation>
            <numerusform>{some} de %Ln columna…</numerusform>
            <numerusform>{some} de %Ln columnas…</numerusform>
        </translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} a {end}</translation>
    </message>
    <message>
        <source>{start} to {end} ({zone})</source>
        <translation>de {start} a {end} ({zone})</translation>
    </message>
    <message>
        <source>{state} closes next</source>
        <translation>cierra {state}</translation>
    </message>
    <message>
        <source>{state} opens next</source>
        <translation>abre {state}</translation>
    </message>
    <message>
        <source>{state} {counted} of {cap} in {hours} h</source>
        <translation>{state} {counted} de {cap} en {hours} h</translation>
    </message>
    <message>
        <source>{state}, {step}, from {time}</source>
        <translation>{state}, {step}, desde {time}</translation>
    </message>
    <message>
        <source>{subject}, {field}. Theirs: {theirs}. Yours: {mine} (it was {before}).</source>
        <translation>{subject}, {field}. El suyo: {theirs}. El de usted: {mine} (era {before}).</translation>
    </message>
    <message>
        <source>{time} by {who}</source>
        <translation>{time} por {who}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>queda {time}</translation>
    </message>
    <message>
        <source>{time} min ago</source>
        <translation>hace {time} min</translation>
    </message>
    <message>
        <source>{time}, {percent} % of its span</source>
        <translation>{time}, {percent} % de su duración</translation>
    </message>
    <message>
        <source>{total} · now {running}</source>
        <translation>{total} · ahora {running}</translation>
    </message>
    <message>
        <source>{unit} per {subject}</source>
        <translation>{unit} por {subject}</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used} de {limit}</translation>
    </message>
    <message>
        <source>{used} of {limit} a day; {placed} in all</source>
        <translation>{used} de {limit} al día; {placed} en total</translation>
    </message>
    <message>
        <source>{used} of {limit}, set by {source}</source>
        <translation>{used} de {limit}, fijado por {source}</translation>
    </message>
    <message>
        <source>{used} of {limit}, set by {source}, alert only</source>
        <translation>{used} de {limit}, fijado por {source}, solo avisar</translation>
    </message>
    <message numerus="yes">
        <source>{used} used: %n more may go now.</source>
        <translation>
            <numerusform>{used} usadas: %n más puede salir ahora.</numerusform>
            <numerusform>{used} usadas: %n más pueden salir ahora.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{used} used: refused until %n leave the window, in about {time}.</source>
        <translation>
            <numerusform>{used} usadas: se rechaza hasta que %n salga de la ventana, en unos {time}.</numerusform>
            <numerusform>{used} usadas: se rechaza hasta que %n salgan de la ventana, en unos {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{used} used: refused until %n leave the window.</source>
        <translation>
            <numerusform>{used} usadas: se rechaza hasta que %n salga de la ventana.</numerusform>
            <numerusform>{used} usadas: se rechaza hasta que %n salgan de la ventana.</numerusform>
        </translation>
    </message>
    <message>
        <source>{value} · {who}, {when}: {why}</source>
        <translation>{value} · {who}, {when}: {why}</translation>
    </message>
    <message>
        <source>{verdict}, {state}: {says} ({who}: {reason})</source>
        <translation>{verdict}, {state}: {says} ({who}: {reason})</translation>
    </message>
    <message>
        <source>{verdict}. {effect}</source>
        <translation>{verdict}. {effect}</translation>
    </message>
    <message>
        <source>{view}: {what}</source>
        <translation>{view}: {what}</translation>
    </message>
    <message>
        <source>{what} (these rules do not ask it)</source>
        <translation>{what} (estas reglas no lo piden)</translation>
    </message>
    <message>
        <source>{what}: theirs {theirs}, yours {mine}</source>
        <translation>{what}: el suyo {theirs}, el de usted {mine}</translation>
    </message>
    <message>
        <source>{what}: {subject}</source>
        <translation>{what}: {subject}</translation>
    </message>
    <message>
        <source>{what}; copy {version}, {age}</source>
        <translation>{what}; copia {version}, {age}</translation>
    </message>
    <message>
        <source>{who} changed this agent while you were editing: {reason}</source>
        <translation>{who} cambió este agente mientras usted editaba: {reason}</translation>
    </message>
    <message>
        <source>{who} changed this to {value} meanwhile: {why}</source>
        <translation>{who} cambió esto a {value} mientras tanto: {why}</translation>
    </message>
    <message>
        <source>{who} changed {agent}’s {change}: {reason}</source>
        <translation>{who} cambió {change} de {agent}: {reason}</translation>
    </message>
    <message>
        <source>{who} proposes: {reason}</source>
        <translation>{who} propone: {reason}</translation>
    </message>
    <message>
        <source>{who}, {when}</source>
        <translation>{who}, {when}</translation>
    </message>
    <message>
        <source>{who}: {reason}</source>
        <translation>{who}: {reason}</translation>
    </message>
    <message>
        <source>{why}. What was found stays.</source>
        <translation>{why}. Lo encontrado queda.</translation>
    </message>
    <message>
        <source>{words} – {who}: {reason}</source>
        <translation>{words} – {who}: {reason}</translation>
    </message>
    <message>
        <source>{words}. {why}</source>
        <translation>{words}. {why}</translation>
    </message>
    <message>
        <source>{zone}, {clock} there: {open} of {all} states open</source>
        <translation>{zone}, {clock} allí: {open} de {all} estados abiertos</translation>
    </message>
    <message>
        <source>× refused</source>
        <translation>× rechazado</translation>
    </message>
    <message>
        <source>– blocked</source>
        <translation>– bloqueado</translation>
    </message>
    <message>
        <source>“{text}” is no number of seconds; write for example {right}</source>
        <translation>«{text}» no es un número de segundos; escriba por ejemplo {right}</translation>
    </message>
    <message>
        <source>“{text}” is no rate of calls ({why}); write for example {right}</source>
        <translation>«{text}» no es un ritmo de llamadas ({why}); escriba por ejemplo {right}</translation>
    </message>
    <message>
        <source>“{text}” is no whole number; write for example 5</source>
        <translation>«{text}» no es un número entero; escriba por ejemplo 5</translation>
    </message>
    <message>
        <source>“{text}” is not a rate; write {right}</source>
        <translation>«{text}» no es un ritmo; escriba {right}</translation>
    </message>
    <message>
        <source>“{text}” is not {right}</source>
        <translation>«{text}» no es {right}</translation>
    </message>
    <message>
        <source>↑ ↓ PgUp PgDn</source>
        <translation>↑ ↓ RePág AvPág</translation>
    </message>
    <message>
        <source>↑ ↓ to go through, Enter to do it, Esc to leave</source>
        <translation>↑ ↓ para recorrer, Intro para hacerlo, Esc para salir</translation>
    </message>
</context>
</TS>
