<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AccountNames</name>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>MQL</source>
        <translation>MQL</translation>
    </message>
    <message>
        <source>SAL</source>
        <translation>SAL</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Chance</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Marketing qualified</source>
        <translation>Vom Marketing qualifiziert</translation>
    </message>
    <message>
        <source>Accepted by sales</source>
        <translation>Vom Vertrieb angenommen</translation>
    </message>
    <message>
        <source>Sales qualified</source>
        <translation>Vom Vertrieb qualifiziert</translation>
    </message>
    <message>
        <source>Role not known</source>
        <translation>Rolle unbekannt</translation>
    </message>
    <message>
        <source>Champion</source>
        <translation>Fürsprecher</translation>
    </message>
    <message>
        <source>Economic buyer</source>
        <translation>Budgetgeber</translation>
    </message>
    <message>
        <source>Decision maker</source>
        <translation>Entscheider</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>Finanzen</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>Recht</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Anwender</translation>
    </message>
    <message>
        <source>Blocker</source>
        <translation>Gegner</translation>
    </message>
    <message>
        <source>suggested by the title</source>
        <translation>nach dem Titel vermutet</translation>
    </message>
    <message>
        <source>from the CRM</source>
        <translation>aus dem CRM</translation>
    </message>
    <message>
        <source>set by a person</source>
        <translation>von einem Menschen gesetzt</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Befugnis</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Decision criteria</source>
        <translation>Kriterien</translation>
    </message>
    <message>
        <source>Decision process</source>
        <translation>Entscheidungsweg</translation>
    </message>
    <message>
        <source>Identified pain</source>
        <translation>Erkannte Not</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vermutet</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Notiert</translation>
    </message>
    <message>
        <source>Validated</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Mitarbeit</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>Director</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>VP</source>
        <translation>VP</translation>
    </message>
    <message>
        <source>C-level</source>
        <translation>Vorstand</translation>
    </message>
    <message>
        <source>Whole company</source>
        <translation>Ganze Firma</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>IT</source>
        <translation>IT</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Vertrieb</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Purchasing</source>
        <translation>Einkauf</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Mitarbeitende</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Annual revenue</source>
        <translation>Jahresumsatz</translation>
    </message>
    <message>
        <source>Best seniority</source>
        <translation>Höchste Position</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>CRM</source>
        <translation>CRM</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Käufer</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
</context>
<context>
    <name>AuditDialog</name>
    <message>
        <source>Audit card</source>
        <translation>Prüfkarte</translation>
    </message>
    <message>
        <source>Copy and close</source>
        <translation>Kopieren und schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What the model was sent and said</source>
        <translation>Was dem Modell gesendet wurde und was es sagte</translation>
    </message>
</context>
<context>
    <name>AuditText</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Gain in win probability</source>
        <translation>Gewinn an Abschlusswahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>none: made by hand</source>
        <translation>keins: von Hand angelegt</translation>
    </message>
    <message>
        <source>%1, version %2, step %3</source>
        <translation>%1, Version %2, Schritt %3</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>SHA-256 of the rule</source>
        <translation>SHA-256 der Regel</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>its text became the draft</source>
        <translation>sein Text wurde der Entwurf</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>not used: %1</source>
        <translation>nicht verwendet: %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>%1, %2; sent %3 bytes, SHA-256 %4</source>
        <translation>%1, %2; %3 Bytes gesendet, SHA-256 %4</translation>
    </message>
    <message>
        <source>not sent before</source>
        <translation>noch nie gesendet</translation>
    </message>
    <message>
        <source>sent %1 times, %2 answered, %3 won</source>
        <translation>%1-mal gesendet, %2 beantwortet, %3 gewonnen</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Ihnen</translation>
    </message>
    <message>
        <source>the play’s own mode</source>
        <translation>dem Modus des Plays selbst</translation>
    </message>
    <message>
        <source>Approved by %1</source>
        <translation>Freigegeben von %1</translation>
    </message>
    <message>
        <source>%1; %2, bytes %3</source>
        <translation>%1; %2, Bytes %3</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>What it looked at, as it was then</source>
        <translation>Worauf es sich stützte, Stand von damals</translation>
    </message>
    <message>
        <source>Facts in the draft</source>
        <translation>Angaben im Entwurf</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalte</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Kassenbuch</translation>
    </message>
    <message>
        <source>Sent %1:
%2

Said:
%3</source>
        <translation>Gesendet %1:
%2

Antwort:
%3</translation>
    </message>
    <message>
        <source>the server said yes</source>
        <translation>der Server hat es bestätigt</translation>
    </message>
    <message>
        <source>found there when it was looked up</source>
        <translation>beim Nachsehen dort gefunden</translation>
    </message>
    <message>
        <source>it was there already: what stands there may be the text of an earlier approval</source>
        <translation>es war schon da: Was dort steht, kann der Text einer früheren Freigabe sein</translation>
    </message>
</context>
<context>
    <name>CollectorDialogs</name>
    <message>
        <source>Make a new write key?</source>
        <translation>Neuen Schreibschlüssel erzeugen?</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Neuen Schlüssel erzeugen</translation>
    </message>
    <message>
        <source>The present key stops working at once. What sends events with it is refused until it is given the new one; events that are stored stay.</source>
        <translation>Der jetzige Schlüssel gilt sofort nicht mehr. Was damit Ereignisse sendet, wird abgewiesen, bis es den neuen hat; gespeicherte Ereignisse bleiben.</translation>
    </message>
    <message>
        <source>The new write key</source>
        <translation>Der neue Schreibschlüssel</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>It is shown this once. Topline keeps only a fingerprint of it, so copy it now.</source>
        <translation>Er wird nur dieses eine Mal gezeigt. Topline behält nur einen Fingerabdruck davon; kopieren Sie ihn also jetzt.</translation>
    </message>
    <message>
        <source>Write key</source>
        <translation>Schreibschlüssel</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Give it to the Segment client as its write key, and this as its host:</source>
        <translation>Geben Sie ihn dem Segment-Client als Schreibschlüssel, und dies als Host:</translation>
    </message>
    <message>
        <source>Copied. Give it to the Segment client as its write key, and this as its host:</source>
        <translation>Kopiert. Geben Sie ihn dem Segment-Client als Schreibschlüssel, und dies als Host:</translation>
    </message>
</context>
<context>
    <name>CollectorWords</name>
    <message>
        <source>Listening</source>
        <translation>Hört zu</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Hört nicht zu</translation>
    </message>
    <message>
        <source>Last event %1</source>
        <translation>Letztes Ereignis %1</translation>
    </message>
    <message>
        <source>No event since the start</source>
        <translation>Kein Ereignis seit dem Start</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) stored</source>
        <translation>
            <numerusform>%Ln Ereignis gespeichert</numerusform>
            <numerusform>%Ln Ereignisse gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent again</source>
        <translation>
            <numerusform>%Ln erneut gesendet</numerusform>
            <numerusform>%Ln erneut gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not usable</source>
        <translation>
            <numerusform>%Ln nicht brauchbar</numerusform>
            <numerusform>%Ln nicht brauchbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) refused</source>
        <translation>
            <numerusform>%Ln Anfrage abgewiesen</numerusform>
            <numerusform>%Ln Anfragen abgewiesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoreWords</name>
    <message>
        <source>The name %1 was not found. Is this computer online?</source>
        <translation>Der Name %1 wurde nicht gefunden. Ist dieser Rechner online?</translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>%1 did not take the connection in time.</source>
        <translation>%1 hat die Verbindung nicht rechtzeitig angenommen.</translation>
    </message>
    <message>
        <source>%1 ended the connection without an answer.</source>
        <translation>%1 hat die Verbindung ohne Antwort beendet.</translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation>Die Verbindung zu %1 ist abgebrochen.</translation>
    </message>
    <message>
        <source>The connection to %1 could not be made.</source>
        <translation>Die Verbindung zu %1 kam nicht zustande.</translation>
    </message>
    <message>
        <source>The answer of %1 broke off.</source>
        <translation>Die Antwort von %1 brach ab.</translation>
    </message>
    <message>
        <source>The answer of %1 is longer than allowed.</source>
        <translation>Die Antwort von %1 ist länger als erlaubt.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be agreed on (TLS 1.2 or newer).</source>
        <translation>Mit %1 ließ sich keine sichere Verbindung vereinbaren (TLS 1.2 oder neuer).</translation>
    </message>
    <message>
        <source>The certificate of %1 is not from an authority that this computer trusts.</source>
        <translation>Das Zertifikat von %1 stammt von keiner Stelle, der dieser Rechner vertraut.</translation>
    </message>
    <message>
        <source>The list of trusted authorities could not be read.</source>
        <translation>Die Liste der vertrauten Stellen war nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 offers no secure connection; nothing is said to it without one.</source>
        <translation>%1 bietet keine sichere Verbindung; ohne sie wird nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 does not accept this user name and password.</source>
        <translation>%1 nimmt diesen Benutzernamen und dieses Passwort nicht an.</translation>
    </message>
    <message>
        <source>Check both. Many providers want a password made for this program.</source>
        <translation>Prüfen Sie beides. Viele Anbieter verlangen ein eigenes Passwort für dieses Programm.</translation>
    </message>
    <message>
        <source>%1 does not take mail from here now.</source>
        <translation>%1 nimmt von hier derzeit keine E-Mails an.</translation>
    </message>
    <message>
        <source>%1 does not let anybody read mail now.</source>
        <translation>%1 lässt derzeit niemanden E-Mails lesen.</translation>
    </message>
    <message>
        <source>The mail may have been sent: %1</source>
        <translation>Die E-Mail ging womöglich hinaus: %1</translation>
    </message>
    <message>
        <source>the mail server gave no answer.</source>
        <translation>Der Mailserver gab keine Antwort.</translation>
    </message>
    <message>
        <source>The mail server gave no answer.</source>
        <translation>Der Mailserver gab keine Antwort.</translation>
    </message>
    <message>
        <source>The mail server takes it later: %1</source>
        <translation>Der Mailserver nimmt sie später an: %1</translation>
    </message>
    <message>
        <source>The mail server refused it: %1</source>
        <translation>Der Mailserver lehnte sie ab: %1</translation>
    </message>
    <message>
        <source>The mail server took it: %1</source>
        <translation>Der Mailserver nahm sie an: %1</translation>
    </message>
    <message>
        <source>The mail server said: %1</source>
        <translation>Der Mailserver sagte: %1</translation>
    </message>
    <message>
        <source>this copy of the workspace was frozen</source>
        <translation>diese Kopie der Arbeitsdatei war eingefroren</translation>
    </message>
    <message>
        <source>The mailbox has no folder for sent mail, so that no copies are kept in it.</source>
        <translation>Das Postfach hat keinen Ordner für Gesendetes; Kopien werden darin nicht abgelegt.</translation>
    </message>
    <message>
        <source>Whether the server files sent mail by itself shows with the first mail.</source>
        <translation>Ob der Server Gesendetes selbst ablegt, zeigt sich mit der ersten E-Mail.</translation>
    </message>
    <message>
        <source>The server does not tell of new mail; it is asked every few minutes.</source>
        <translation>Der Server meldet neue E-Mails nicht; er wird alle paar Minuten gefragt.</translation>
    </message>
    <message>
        <source>No mail leaves before a postal address is entered.</source>
        <translation>Keine E-Mail geht hinaus, bevor eine Postanschrift eingetragen ist.</translation>
    </message>
    <message>
        <source>This is no address of a calendar server.</source>
        <translation>Das ist keine Adresse eines Kalenderservers.</translation>
    </message>
    <message>
        <source>There is no calendar server at this address.</source>
        <translation>Unter dieser Adresse ist kein Kalenderserver.</translation>
    </message>
    <message>
        <source>This account has no calendar for events.</source>
        <translation>Dieses Konto hat keinen Kalender für Termine.</translation>
    </message>
    <message>
        <source>The calendar that was chosen is not there any more.</source>
        <translation>Der gewählte Kalender ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The calendar server does not accept this name and password.</source>
        <translation>Der Kalenderserver nimmt diesen Namen und dieses Passwort nicht an.</translation>
    </message>
    <message>
        <source>The calendar server points to another host; nothing is sent there.</source>
        <translation>Der Kalenderserver verweist auf einen anderen Rechner; dorthin wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Ask your provider for its CalDAV address.</source>
        <translation>Fragen Sie Ihren Anbieter nach der CalDAV-Adresse.</translation>
    </message>
    <message>
        <source>Create one with your provider, then try again.</source>
        <translation>Legen Sie beim Anbieter einen an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Enter the address that it points to, if you trust it.</source>
        <translation>Tragen Sie die Adresse ein, auf die er verweist, wenn Sie ihr vertrauen.</translation>
    </message>
    <message>
        <source>Enter one like https://calendar.example.com/.</source>
        <translation>Tragen Sie eine ein wie https://calendar.example.com/.</translation>
    </message>
    <message>
        <source>Sign in to the calendar again.</source>
        <translation>Melden Sie sich am Kalender neu an.</translation>
    </message>
    <message>
        <source>This sign-in may not do that in the calendar (HTTP 403).</source>
        <translation>Diese Anmeldung darf das im Kalender nicht (HTTP 403).</translation>
    </message>
    <message>
        <source>It did not arrive.</source>
        <translation>Sie kam nicht an.</translation>
    </message>
    <message>
        <source>It did not arrive after %1 tries.</source>
        <translation>Sie kam nach %1 Versuchen nicht an.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>The hold has run out, so it can no longer be called back.</source>
        <translation>Die Haltezeit ist vorbei; es lässt sich nicht mehr zurückrufen.</translation>
    </message>
    <message>
        <source>The action is being carried out.</source>
        <translation>Die Aktion wird gerade ausgeführt.</translation>
    </message>
    <message>
        <source>Say first whether it arrived.</source>
        <translation>Sagen Sie zuerst, ob sie ankam.</translation>
    </message>
    <message>
        <source>Undo the approval first.</source>
        <translation>Nehmen Sie zuerst die Freigabe zurück.</translation>
    </message>
    <message>
        <source>That time has already passed.</source>
        <translation>Diese Zeit ist schon vorbei.</translation>
    </message>
    <message>
        <source>Choose a later one.</source>
        <translation>Wählen Sie eine spätere.</translation>
    </message>
    <message>
        <source>An action cannot be a duplicate of itself.</source>
        <translation>Eine Aktion kann nicht ihr eigenes Doppel sein.</translation>
    </message>
    <message>
        <source>Nothing was changed there.</source>
        <translation>Dort wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The certificate of %1 is made out for another name.</source>
        <translation>Das Zertifikat von %1 lautet auf einen anderen Namen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet.</source>
        <translation>Das Zertifikat von %1 gilt noch nicht.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by itself.</source>
        <translation>Das Zertifikat von %1 ist von ihm selbst unterschrieben.</translation>
    </message>
    <message>
        <source>The certificate of %1 was revoked.</source>
        <translation>Das Zertifikat von %1 wurde widerrufen.</translation>
    </message>
</context>
<context>
    <name>DealPlan</name>
    <message>
        <source>us</source>
        <extracomment>Our side of a mutual plan, before a colon in a line that is typed.</extracomment>
        <translation>wir</translation>
    </message>
    <message>
        <source>them</source>
        <extracomment>The buyer&apos;s side of a mutual plan, before a colon in a line that is typed.</extracomment>
        <translation>sie</translation>
    </message>
    <message>
        <source>by</source>
        <extracomment>Between a task and its due time in a line that is typed: &quot;name the signer by fri 12&quot;.</extracomment>
        <translation>bis</translation>
    </message>
    <message>
        <source>Say what is to be done.</source>
        <translation>Bitte sagen, was zu tun ist.</translation>
    </message>
</context>
<context>
    <name>DealTask</name>
    <message>
        <source>take the next step</source>
        <translation>den nächsten Schritt tun</translation>
    </message>
    <message>
        <source>Look into %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Risk %1 of 100</source>
        <translation>Risiko %1 von 100</translation>
    </message>
</context>
<context>
    <name>DeskText</name>
    <message>
        <source>No reason given</source>
        <translation>Kein Grund genannt</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Too much on the table</source>
        <translation>Zu viel auf dem Tisch</translation>
    </message>
    <message>
        <source>Knows these people</source>
        <translation>Kennt diese Leute</translation>
    </message>
    <message>
        <source>Language, region or hours</source>
        <translation>Sprache, Region oder Arbeitszeit</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>has it now</source>
        <translation>hat es jetzt</translation>
    </message>
    <message>
        <source>away until %1</source>
        <translation>abwesend bis %1</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>off now</source>
        <translation>hat jetzt frei</translation>
    </message>
    <message>
        <source>%1 of %2 open</source>
        <translation>%1 von %2 offen</translation>
    </message>
    <message>
        <source>takes no inbound actions</source>
        <translation>nimmt keine eingehenden Aktionen</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Left a message</source>
        <translation>Nachricht hinterlassen</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Falsche Nummer</translation>
    </message>
    <message>
        <source>Meeting agreed</source>
        <translation>Termin vereinbart</translation>
    </message>
    <message>
        <source>Call: %1</source>
        <translation>Anruf: %1</translation>
    </message>
    <message>
        <source>Call with %1: %2</source>
        <translation>Anruf bei %1: %2</translation>
    </message>
    <message>
        <source>%1, %2 min.</source>
        <extracomment>Result of a call and its length as minutes and seconds: &quot;Connected, 3:12 min.&quot;</extracomment>
        <translation>%1, %2 min.</translation>
    </message>
    <message>
        <source>%1 of %2 mails today</source>
        <translation>%1 von %2 Mails heute</translation>
    </message>
    <message>
        <source>%1 of %2 to %3 today</source>
        <translation>%1 von %2 an %3 heute</translation>
    </message>
    <message>
        <source>%1 of %2 by plays for %3 today</source>
        <translation>%1 von %2 durch Plays für %3 heute</translation>
    </message>
    <message>
        <source>%1 of %2 to %3 this week</source>
        <translation>%1 von %2 an %3 diese Woche</translation>
    </message>
    <message>
        <source>waits until %1</source>
        <translation>wartet bis %1</translation>
    </message>
    <message>
        <source>would not leave</source>
        <translation>ginge nicht hinaus</translation>
    </message>
    <message>
        <source>leaves at once</source>
        <translation>geht sofort hinaus</translation>
    </message>
    <message numerus="yes">
        <source>%n would wait until %1 or later</source>
        <translation>
            <numerusform>%n müsste bis %1 oder länger warten</numerusform>
            <numerusform>%n müssten bis %1 oder länger warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would not leave</source>
        <translation>
            <numerusform>%n ginge nicht hinaus</numerusform>
            <numerusform>%n gingen nicht hinaus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetectorText</name>
    <message>
        <source>Read from visits to the website.</source>
        <translation>Gelesen aus Besuchen der Website.</translation>
    </message>
    <message>
        <source>Read from forms on the website.</source>
        <translation>Gelesen aus Formularen der Website.</translation>
    </message>
    <message>
        <source>Read from the mailbox.</source>
        <translation>Gelesen aus dem Postfach.</translation>
    </message>
    <message>
        <source>Read from meetings.</source>
        <translation>Gelesen aus Terminen.</translation>
    </message>
    <message>
        <source>Read from views of proposals.</source>
        <translation>Gelesen aus Ansichten von Angeboten.</translation>
    </message>
    <message>
        <source>Read from visits to the deal room.</source>
        <translation>Gelesen aus Besuchen des Dealrooms.</translation>
    </message>
    <message>
        <source>Read from deals in the CRM.</source>
        <translation>Gelesen aus Geschäften im CRM.</translation>
    </message>
    <message>
        <source>Read from contacts in the CRM.</source>
        <translation>Gelesen aus Kontakten im CRM.</translation>
    </message>
    <message>
        <source>Read from use of the product.</source>
        <translation>Gelesen aus der Nutzung des Produkts.</translation>
    </message>
    <message>
        <source>Read from support tickets.</source>
        <translation>Gelesen aus Support-Tickets.</translation>
    </message>
    <message>
        <source>Read from billing.</source>
        <translation>Gelesen aus der Abrechnung.</translation>
    </message>
    <message>
        <source>Read from everything that a buyer does.</source>
        <translation>Gelesen aus allem, was ein Käufer tut.</translation>
    </message>
    <message>
        <source>Read from a provider of intent data.</source>
        <translation>Gelesen von einem Anbieter von Absichtsdaten.</translation>
    </message>
    <message>
        <source>The same person comes back to the prices.</source>
        <translation>Dieselbe Person sieht sich die Preise wieder an.</translation>
    </message>
    <message>
        <source>Prices are looked at again when a purchase is being weighed.</source>
        <translation>Preise sieht man sich wieder an, wenn ein Kauf abgewogen wird.</translation>
    </message>
    <message>
        <source>Somebody asks for a demo.</source>
        <translation>Jemand bittet um eine Vorführung.</translation>
    </message>
    <message>
        <source>The plainest sign there is; it fades within minutes.</source>
        <translation>Das deutlichste Zeichen überhaupt; es verblasst in Minuten.</translation>
    </message>
    <message>
        <source>Somebody sends the contact form.</source>
        <translation>Jemand schickt das Kontaktformular.</translation>
    </message>
    <message>
        <source>They wait for an answer now and may have asked others too.</source>
        <translation>Jetzt wird auf Antwort gewartet, vielleicht auch von anderen.</translation>
    </message>
    <message>
        <source>Somebody reads a comparison with a competitor.</source>
        <translation>Jemand liest einen Vergleich mit einem Wettbewerber.</translation>
    </message>
    <message>
        <source>The choice is being narrowed down, with or without you.</source>
        <translation>Die Auswahl wird enger, mit oder ohne uns.</translation>
    </message>
    <message>
        <source>Many pages of the documentation are read in one visit, or for long.</source>
        <translation>In einem Besuch werden viele Seiten der Dokumentation gelesen, oder lange.</translation>
    </message>
    <message>
        <source>Somebody checks whether it would work for them.</source>
        <translation>Jemand prüft, ob es bei ihnen ginge.</translation>
    </message>
    <message>
        <source>Somebody stays long on a page and reads it to the end.</source>
        <translation>Jemand bleibt lange auf einer Seite und liest sie zu Ende.</translation>
    </message>
    <message>
        <source>Attention, though without a sign of what it is for.</source>
        <translation>Aufmerksamkeit, doch ohne ein Zeichen, wofür.</translation>
    </message>
    <message>
        <source>A provider reports that an account reads about your topic elsewhere.</source>
        <translation>Ein Anbieter meldet, dass eine Firma anderswo über das Thema liest.</translation>
    </message>
    <message>
        <source>An early hint: the account may be looking, and others know it too.</source>
        <translation>Ein früher Hinweis: Die Firma sucht vielleicht, und andere wissen es auch.</translation>
    </message>
    <message>
        <source>A person answers a mail.</source>
        <translation>Ein Mensch antwortet auf eine Mail.</translation>
    </message>
    <message>
        <source>The ball is in your court; automatic answers do not count.</source>
        <translation>Jetzt ist die eigene Seite am Zug; automatische Antworten zählen nicht.</translation>
    </message>
    <message>
        <source>Somebody books a meeting.</source>
        <translation>Jemand bucht einen Termin.</translation>
    </message>
    <message>
        <source>Prepared meetings go better, and reminders can stop.</source>
        <translation>Vorbereitete Termine gehen besser, und Erinnerungen können enden.</translation>
    </message>
    <message>
        <source>An agreed meeting does not take place.</source>
        <translation>Ein vereinbarter Termin findet nicht statt.</translation>
    </message>
    <message>
        <source>A new date is found most easily on the same day.</source>
        <translation>Ein neuer Termin findet sich am leichtesten am selben Tag.</translation>
    </message>
    <message>
        <source>An out-of-office answer comes back.</source>
        <translation>Eine Abwesenheitsnotiz kommt zurück.</translation>
    </message>
    <message>
        <source>It says until when to wait and often who stands in.</source>
        <translation>Sie sagt, bis wann zu warten ist, und oft, wer vertritt.</translation>
    </message>
    <message>
        <source>Somebody unsubscribes from mail.</source>
        <translation>Jemand bestellt Mails ab.</translation>
    </message>
    <message>
        <source>Nothing more may be sent to them.</source>
        <translation>An diese Person darf nichts mehr gehen.</translation>
    </message>
    <message>
        <source>The same person opens a proposal again.</source>
        <translation>Dieselbe Person öffnet ein Angebot wieder.</translation>
    </message>
    <message>
        <source>It is being discussed; questions come up now.</source>
        <translation>Es wird besprochen; jetzt kommen Fragen auf.</translation>
    </message>
    <message>
        <source>A deal room is visited again after a long quiet.</source>
        <translation>Ein Dealroom wird nach langer Ruhe wieder besucht.</translation>
    </message>
    <message>
        <source>A deal that seemed asleep is on the table again.</source>
        <translation>Ein Geschäft, das zu ruhen schien, liegt wieder auf dem Tisch.</translation>
    </message>
    <message>
        <source>An open deal stays in one stage for too long.</source>
        <translation>Ein offenes Geschäft bleibt zu lange in einer Phase.</translation>
    </message>
    <message>
        <source>The longer it stands still, the more rarely it is won.</source>
        <translation>Je länger es steht, desto seltener wird es gewonnen.</translation>
    </message>
    <message>
        <source>An open deal has no two-way touch for too long.</source>
        <translation>Ein offenes Geschäft ist zu lange ohne beidseitigen Kontakt.</translation>
    </message>
    <message>
        <source>What only you send does not count: nobody answers.</source>
        <translation>Was nur wir schicken, zählt nicht: Niemand antwortet.</translation>
    </message>
    <message>
        <source>A deal moves to another stage.</source>
        <translation>Ein Geschäft kommt in eine andere Phase.</translation>
    </message>
    <message>
        <source>The next step of the new stage can begin.</source>
        <translation>Der nächste Schritt der neuen Phase kann beginnen.</translation>
    </message>
    <message>
        <source>The amount of a deal changes by much.</source>
        <translation>Der Betrag eines Geschäfts ändert sich stark.</translation>
    </message>
    <message>
        <source>Scope or price is being negotiated.</source>
        <translation>Umfang oder Preis wird verhandelt.</translation>
    </message>
    <message>
        <source>The close date of a deal moves by much.</source>
        <translation>Das Abschlussdatum eines Geschäfts verschiebt sich weit.</translation>
    </message>
    <message>
        <source>Deals that are pushed back again and again are mostly lost.</source>
        <translation>Immer wieder verschobene Geschäfte gehen meist verloren.</translation>
    </message>
    <message>
        <source>The buyer of a lost deal is back with high intent.</source>
        <translation>Der Käufer eines verlorenen Geschäfts ist mit deutlicher Absicht zurück.</translation>
    </message>
    <message>
        <source>The other choice may not have worked out; they know you already.</source>
        <translation>Die andere Wahl ging vielleicht nicht auf; uns kennen sie schon.</translation>
    </message>
    <message>
        <source>The champion of an open deal does not answer any more.</source>
        <translation>Der Fürsprecher eines offenen Geschäfts antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>Without a voice inside, a deal goes quiet before it is lost.</source>
        <translation>Ohne Stimme im Haus wird ein Geschäft still, bevor es verloren geht.</translation>
    </message>
    <message>
        <source>Mail to the champion bounces.</source>
        <translation>Mail an den Fürsprecher kommt zurück.</translation>
    </message>
    <message>
        <source>They may have left: a new champion here, a new account there.</source>
        <translation>Vielleicht ist er gegangen: hier ein neuer Fürsprecher, dort eine neue Firma.</translation>
    </message>
    <message>
        <source>The champion has a new title.</source>
        <translation>Der Fürsprecher hat einen neuen Titel.</translation>
    </message>
    <message>
        <source>More say, or another task: ask which.</source>
        <translation>Mehr Einfluss oder eine andere Aufgabe: Nachfragen lohnt sich.</translation>
    </message>
    <message>
        <source>A new person joins a deal that has been open for a while.</source>
        <translation>Zu einem Geschäft, das schon länger offen ist, kommt eine neue Person.</translation>
    </message>
    <message>
        <source>They have not heard your story yet, but will have a say.</source>
        <translation>Sie kennt die Vorgeschichte noch nicht, redet aber mit.</translation>
    </message>
    <message>
        <source>Somebody starts a trial.</source>
        <translation>Jemand beginnt einen Test.</translation>
    </message>
    <message>
        <source>The first days decide whether it is used at all.</source>
        <translation>Die ersten Tage entscheiden, ob es überhaupt genutzt wird.</translation>
    </message>
    <message>
        <source>The product is used much more in a week than usual.</source>
        <translation>Das Produkt wird in einer Woche viel mehr genutzt als sonst.</translation>
    </message>
    <message>
        <source>More people or a new task: a larger plan may fit.</source>
        <translation>Mehr Leute oder eine neue Aufgabe: Ein größerer Tarif passt vielleicht.</translation>
    </message>
    <message>
        <source>Use comes near to what the plan allows.</source>
        <translation>Die Nutzung nähert sich dem, was der Tarif erlaubt.</translation>
    </message>
    <message>
        <source>Better to speak about it before the limit does.</source>
        <translation>Besser, darüber zu reden, bevor es die Grenze tut.</translation>
    </message>
    <message>
        <source>The product is used much less in a week than usual.</source>
        <translation>Das Produkt wird in einer Woche viel weniger genutzt als sonst.</translation>
    </message>
    <message>
        <source>Customers leave in their use before they leave on paper.</source>
        <translation>Kunden gehen erst in der Nutzung, dann auf dem Papier.</translation>
    </message>
    <message>
        <source>An account opens several support tickets in a short time.</source>
        <translation>Eine Firma eröffnet in kurzer Zeit mehrere Support-Tickets.</translation>
    </message>
    <message>
        <source>Trouble to know about before you ask for anything.</source>
        <translation>Ärger, von dem man wissen sollte, bevor man um etwas bittet.</translation>
    </message>
    <message>
        <source>A payment fails.</source>
        <translation>Eine Zahlung scheitert.</translation>
    </message>
    <message>
        <source>Often only an expired card; rarely the first sign of leaving.</source>
        <translation>Oft nur eine abgelaufene Karte; selten das erste Zeichen des Gehens.</translation>
    </message>
    <message>
        <source>The term of a subscription ends soon.</source>
        <translation>Die Laufzeit eines Abonnements endet bald.</translation>
    </message>
    <message>
        <source>The time to speak about what it was worth.</source>
        <translation>Die Zeit, darüber zu reden, was es gebracht hat.</translation>
    </message>
    <message>
        <source>Several high-intent events of one account come in a short time.</source>
        <translation>Eine Firma zeigt in kurzer Zeit mehrmals deutliche Absicht.</translation>
    </message>
    <message>
        <source>The usual playbook’s rule: simple, and loud on busy accounts.</source>
        <translation>Die übliche Regel: einfach, und laut bei regen Firmen.</translation>
    </message>
    <message>
        <source>An account does more than its own past explains.</source>
        <translation>Eine Firma tut mehr, als ihre eigene Vergangenheit erklärt.</translation>
    </message>
    <message>
        <source>Measured against each account’s own usual rate, so busy accounts do not ring all day.</source>
        <translation>Gemessen an der eigenen üblichen Rate jeder Firma; rege Firmen läuten so nicht den ganzen Tag.</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Mail and meetings</source>
        <translation>Mail und Termine</translation>
    </message>
    <message>
        <source>Proposals and rooms</source>
        <translation>Angebote und Dealrooms</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Geschäfte</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Product and billing</source>
        <translation>Produkt und Abrechnung</translation>
    </message>
    <message>
        <source>Surges</source>
        <translation>Häufungen</translation>
    </message>
    <message numerus="yes">
        <source>Would have fired %n time(s) on %1; now %2 on %3.</source>
        <extracomment>%1 is &quot;17 accounts&quot;, %2 hits, %3 accounts.</extracomment>
        <translation>
            <numerusform>Hätte %n Mal bei %1 angeschlagen; jetzt %2 bei %3.</numerusform>
            <numerusform>Hätte %n Mal bei %1 angeschlagen; jetzt %2 bei %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n Firma</numerusform>
            <numerusform>%n Firmen</numerusform>
        </translation>
    </message>
    <message>
        <source>none judged</source>
        <translation>nicht beurteilt</translation>
    </message>
    <message>
        <source>%1 of %2 · too few to say</source>
        <translation>%1 von %2 · zu wenige</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>An interval: &quot;43&quot; to &quot;77 %&quot;.</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>Would not have fired; now %n time(s) on %1.</source>
        <extracomment>%1 is &quot;12 accounts&quot;.</extracomment>
        <translation>
            <numerusform>Hätte nicht angeschlagen; jetzt %n Mal bei %1.</numerusform>
            <numerusform>Hätte nicht angeschlagen; jetzt %n Mal bei %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Would have fired %n time(s) on %1; now it never does.</source>
        <translation>
            <numerusform>Hätte %n Mal bei %1 angeschlagen; jetzt nie.</numerusform>
            <numerusform>Hätte %n Mal bei %1 angeschlagen; jetzt nie.</numerusform>
        </translation>
    </message>
    <message>
        <source>No action came of it</source>
        <translation>Daraus wurde keine Aktion</translation>
    </message>
    <message>
        <source>A meeting has ended.</source>
        <translation>Ein Termin ist zu Ende.</translation>
    </message>
    <message>
        <source>What was agreed is sent while everybody remembers it.</source>
        <translation>Was vereinbart wurde, geht hinaus, solange sich alle daran erinnern.</translation>
    </message>
</context>
<context>
    <name>DraftModel</name>
    <message>
        <source>Write with a model</source>
        <translation>Mit einem Modell schreiben</translation>
    </message>
    <message>
        <source>Send this</source>
        <translation>Das senden</translation>
    </message>
    <message>
        <source>Reading what would be sent …</source>
        <translation>Was gesendet würde, wird gelesen …</translation>
    </message>
    <message>
        <source>What should be different? For instance: shorter</source>
        <translation>Was soll anders sein? Zum Beispiel: kürzer</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>Wunsch</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>Names and amounts stay here: the words in double brackets stand for them. The answer becomes the text of this draft and nothing else; you still approve it.</source>
        <translation>Namen und Beträge bleiben hier: Die Wörter in doppelten Klammern stehen für sie. Die Antwort wird der Text dieses Entwurfs und sonst nichts; freigeben müssen Sie ihn weiterhin selbst.</translation>
    </message>
    <message>
        <source>This goes to %1 at %2, exactly as it stands here:</source>
        <translation>Das geht genau so, wie es hier steht, an %1 bei %2:</translation>
    </message>
    <message>
        <source>Taken out of the model&apos;s text: %1</source>
        <translation>Aus dem Text des Modells entfernt: %1</translation>
    </message>
</context>
<context>
    <name>DraftText</name>
    <message>
        <source>country of the company</source>
        <translation>Land des Unternehmens</translation>
    </message>
    <message>
        <source>web domain of the company</source>
        <translation>Web-Domain des Unternehmens</translation>
    </message>
    <message>
        <source>employees of the company</source>
        <translation>Beschäftigte des Unternehmens</translation>
    </message>
    <message>
        <source>industry of the company</source>
        <translation>Branche des Unternehmens</translation>
    </message>
    <message>
        <source>name of the company</source>
        <translation>Name des Unternehmens</translation>
    </message>
    <message>
        <source>parent company</source>
        <translation>Muttergesellschaft</translation>
    </message>
    <message>
        <source>mail address of the person</source>
        <translation>Mailadresse der Person</translation>
    </message>
    <message>
        <source>first name of the person</source>
        <translation>Vorname der Person</translation>
    </message>
    <message>
        <source>last name of the person</source>
        <translation>Nachname der Person</translation>
    </message>
    <message>
        <source>name of the person</source>
        <translation>Name der Person</translation>
    </message>
    <message>
        <source>phone number of the person</source>
        <translation>Telefonnummer der Person</translation>
    </message>
    <message>
        <source>title of the person</source>
        <translation>Titel der Person</translation>
    </message>
    <message>
        <source>amount of the deal</source>
        <translation>Betrag des Deals</translation>
    </message>
    <message>
        <source>close date of the deal</source>
        <translation>Abschlussdatum des Deals</translation>
    </message>
    <message>
        <source>name of the deal</source>
        <translation>Name des Deals</translation>
    </message>
    <message>
        <source>next step of the deal</source>
        <translation>nächster Schritt des Deals</translation>
    </message>
    <message>
        <source>product of the deal</source>
        <translation>Produkt des Deals</translation>
    </message>
    <message>
        <source>source of the deal</source>
        <translation>Quelle des Deals</translation>
    </message>
    <message>
        <source>stage of the deal</source>
        <translation>Phase des Deals</translation>
    </message>
    <message>
        <source>day of what the buyer did last</source>
        <translation>Tag der letzten Handlung des Käufers</translation>
    </message>
    <message>
        <source>what the buyer did last</source>
        <translation>letzte Handlung des Käufers</translation>
    </message>
    <message>
        <source>day of the first proposed time</source>
        <translation>Tag des ersten Terminvorschlags</translation>
    </message>
    <message>
        <source>minutes of the meeting</source>
        <translation>Dauer des Termins in Minuten</translation>
    </message>
    <message>
        <source>first proposed time</source>
        <translation>erster Terminvorschlag</translation>
    </message>
    <message>
        <source>all proposed times, one a line</source>
        <translation>alle Terminvorschläge, einer pro Zeile</translation>
    </message>
    <message>
        <source>your mail address</source>
        <translation>Ihre Mailadresse</translation>
    </message>
    <message>
        <source>your first name</source>
        <translation>Ihr Vorname</translation>
    </message>
    <message>
        <source>your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>goal of the play</source>
        <translation>Ziel des Plays</translation>
    </message>
    <message>
        <source>name of the play</source>
        <translation>Name des Plays</translation>
    </message>
    <message>
        <source>text by the model</source>
        <translation>Text des Modells</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>the play</source>
        <translation>das Play</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>ein Link</translation>
    </message>
    <message>
        <source>a mail address</source>
        <translation>eine Mailadresse</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Nummer</translation>
    </message>
    <message>
        <source>an amount</source>
        <translation>ein Betrag</translation>
    </message>
    <message>
        <source>a heading</source>
        <translation>eine Kopfzeile</translation>
    </message>
    <message>
        <source>markup</source>
        <translation>Auszeichnung</translation>
    </message>
    <message>
        <source>hidden letters</source>
        <translation>verborgene Zeichen</translation>
    </message>
    <message>
        <source>a field</source>
        <translation>ein Feld</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>%1 von %2 beantwortet</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>noch nicht gesendet</translation>
    </message>
    <message>
        <source>[where known: %1 – </source>
        <translation>[wo bekannt: %1 – </translation>
    </message>
    <message>
        <source> – else: </source>
        <translation> – sonst: </translation>
    </message>
    <message>
        <source>[snippet “%1”]</source>
        <translation>[Baustein „%1“]</translation>
    </message>
    <message>
        <source>[%1, or nothing]</source>
        <translation>[%1, sonst nichts]</translation>
    </message>
    <message>
        <source>[%1, or “%2”]</source>
        <translation>[%1, sonst „%2“]</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>Phase %1</translation>
    </message>
    <message>
        <source>industry %1</source>
        <translation>Branche %1</translation>
    </message>
    <message>
        <source>title with “%1”</source>
        <translation>Position mit „%1“</translation>
    </message>
    <message>
        <source>they wrote “%1”</source>
        <translation>schrieben „%1“</translation>
    </message>
    <message>
        <source>from %1 employees</source>
        <translation>ab %1 Beschäftigten</translation>
    </message>
    <message>
        <source>%1 employees</source>
        <translation>%1 Beschäftigte</translation>
    </message>
</context>
<context>
    <name>EventNames</name>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Pricing page</source>
        <translation>Preisseite</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>Comparison page</source>
        <translation>Vergleichsseite</translation>
    </message>
    <message>
        <source>Demo requested</source>
        <translation>Vorführung angefragt</translation>
    </message>
    <message>
        <source>Contact form</source>
        <translation>Kontaktformular</translation>
    </message>
    <message>
        <source>Trial started</source>
        <translation>Test begonnen</translation>
    </message>
    <message>
        <source>Product used</source>
        <translation>Produkt benutzt</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>Zahlung gescheitert</translation>
    </message>
    <message>
        <source>Visit to the site</source>
        <translation>Besuch der Website</translation>
    </message>
    <message>
        <source>Page scrolled</source>
        <translation>Seite gescrollt</translation>
    </message>
    <message>
        <source>Form sent</source>
        <translation>Formular gesendet</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>Zahlung eingegangen</translation>
    </message>
    <message>
        <source>Share of the plan used</source>
        <translation>Anteil des Tarifs genutzt</translation>
    </message>
    <message>
        <source>Seat added</source>
        <translation>Platz hinzugefügt</translation>
    </message>
    <message>
        <source>Support ticket opened</source>
        <translation>Supportfall eröffnet</translation>
    </message>
    <message>
        <source>Support ticket closed</source>
        <translation>Supportfall geschlossen</translation>
    </message>
    <message>
        <source>Third-party intent</source>
        <translation>Kaufabsicht laut Dritten</translation>
    </message>
    <message>
        <source>Mail sent</source>
        <translation>E-Mail gesendet</translation>
    </message>
    <message>
        <source>Mail opened</source>
        <translation>E-Mail geöffnet</translation>
    </message>
    <message>
        <source>Link clicked</source>
        <translation>Link angeklickt</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Mail bounced</source>
        <translation>E-Mail unzustellbar</translation>
    </message>
    <message>
        <source>Unsubscribed</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Proposal sent</source>
        <translation>Angebot gesendet</translation>
    </message>
    <message>
        <source>Proposal opened</source>
        <translation>Angebot geöffnet</translation>
    </message>
    <message>
        <source>Meeting booked</source>
        <translation>Termin vereinbart</translation>
    </message>
    <message>
        <source>Meeting held</source>
        <translation>Termin gehalten</translation>
    </message>
    <message>
        <source>Meeting missed</source>
        <translation>Termin versäumt</translation>
    </message>
    <message>
        <source>Call made</source>
        <translation>Angerufen</translation>
    </message>
    <message>
        <source>Call answered</source>
        <translation>Anruf angenommen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Task done</source>
        <translation>Aufgabe erledigt</translation>
    </message>
    <message>
        <source>Out-of-office answer</source>
        <translation>Abwesenheitsantwort</translation>
    </message>
    <message>
        <source>Marked as spam</source>
        <translation>Als Spam markiert</translation>
    </message>
    <message>
        <source>Deal room opened</source>
        <translation>Dealroom geöffnet</translation>
    </message>
    <message>
        <source>New person in the deal room</source>
        <translation>Neue Person im Dealroom</translation>
    </message>
    <message>
        <source>Competitor named</source>
        <translation>Mitbewerber genannt</translation>
    </message>
    <message>
        <source>Discount asked for</source>
        <translation>Rabatt erbeten</translation>
    </message>
    <message>
        <source>Legal question</source>
        <translation>Rechtsfrage</translation>
    </message>
    <message>
        <source>Pricing revisit</source>
        <translation>Erneut auf der Preisseite</translation>
    </message>
    <message>
        <source>Proposal reopened</source>
        <translation>Angebot erneut geöffnet</translation>
    </message>
    <message>
        <source>Surge</source>
        <translation>Häufung</translation>
    </message>
    <message>
        <source>Demo request</source>
        <translation>Anfrage nach Vorführung</translation>
    </message>
    <message>
        <source>Contact request</source>
        <translation>Kontaktanfrage</translation>
    </message>
    <message>
        <source>Competitor comparison</source>
        <translation>Vergleich mit Mitbewerbern</translation>
    </message>
    <message>
        <source>Trial start</source>
        <translation>Testbeginn</translation>
    </message>
    <message>
        <source>Documentation deep read</source>
        <translation>Dokumentation gründlich gelesen</translation>
    </message>
    <message>
        <source>Deep visit</source>
        <translation>Gründlicher Besuch</translation>
    </message>
    <message>
        <source>Out of office</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Deal room reopened</source>
        <translation>Dealroom erneut geöffnet</translation>
    </message>
    <message>
        <source>Surge over the own baseline</source>
        <translation>Häufung über dem eigenen Üblichen</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>Abmeldung</translation>
    </message>
    <message>
        <source>Stage stall</source>
        <translation>Stillstand</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Funkstille</translation>
    </message>
    <message>
        <source>Stage change</source>
        <translation>Phasenwechsel</translation>
    </message>
    <message>
        <source>Amount change</source>
        <translation>Betrag geändert</translation>
    </message>
    <message>
        <source>Close date change</source>
        <translation>Abschlussdatum geändert</translation>
    </message>
    <message>
        <source>Champion silent</source>
        <translation>Fürsprecher schweigt</translation>
    </message>
    <message>
        <source>Champion bounced</source>
        <translation>Fürsprecher unzustellbar</translation>
    </message>
    <message>
        <source>Champion’s new title</source>
        <translation>Neue Position des Fürsprechers</translation>
    </message>
    <message>
        <source>New stakeholder</source>
        <translation>Neuer Beteiligter</translation>
    </message>
    <message>
        <source>Usage drop</source>
        <translation>Nutzung gesunken</translation>
    </message>
    <message>
        <source>Usage spike</source>
        <translation>Nutzung sprunghaft gestiegen</translation>
    </message>
    <message>
        <source>Usage near the limit</source>
        <translation>Nutzung nahe der Grenze</translation>
    </message>
    <message>
        <source>Support ticket burst</source>
        <translation>Häufung von Supportfällen</translation>
    </message>
    <message>
        <source>Payment failure</source>
        <translation>Zahlungsausfall</translation>
    </message>
    <message>
        <source>Renewal near</source>
        <translation>Verlängerung naht</translation>
    </message>
    <message>
        <source>Closed-lost return</source>
        <translation>Verlorener Kunde kehrt zurück</translation>
    </message>
    <message>
        <source>Added to a campaign</source>
        <translation>In eine Kampagne aufgenommen</translation>
    </message>
    <message>
        <source>Answered a campaign</source>
        <translation>Auf eine Kampagne reagiert</translation>
    </message>
    <message>
        <source>Meeting cancelled</source>
        <translation>Termin abgesagt</translation>
    </message>
    <message>
        <source>Invitation accepted</source>
        <translation>Einladung angenommen</translation>
    </message>
    <message>
        <source>Invitation declined</source>
        <translation>Einladung abgelehnt</translation>
    </message>
    <message>
        <source>Invitation accepted tentatively</source>
        <translation>Einladung mit Vorbehalt angenommen</translation>
    </message>
    <message>
        <source>Another time proposed</source>
        <translation>Andere Zeit vorgeschlagen</translation>
    </message>
</context>
<context>
    <name>FeedCard</name>
    <message numerus="yes">
        <source>+%n folded</source>
        <translation>
            <numerusform>+%n eingeklappt</numerusform>
            <numerusform>+%n eingeklappt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2. %3 Score %4 %5, %6, %7. %8</source>
        <extracomment>For screen readers: title, who, why, score, amount, probability, clock.</extracomment>
        <translation>%1, %2. %3 Punkte %4 %5, %6, %7. %8</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>%1 drüber</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>done %1</source>
        <translation>erledigt %1</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>until a reply</source>
        <translation>bis zur Antwort</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>sends in %1 s</source>
        <translation>geht in %1 s</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Approved, held back for a moment: “%1”</source>
        <translation>Freigegeben, noch kurz zurückgehalten: „%1“</translation>
    </message>
    <message>
        <source>It was refused. Nothing was delivered.</source>
        <translation>Es wurde abgelehnt. Nichts wurde zugestellt.</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>never resent by itself</source>
        <translation>nie von selbst erneut</translation>
    </message>
    <message>
        <source>no touch yet</source>
        <translation>noch kein Kontakt</translation>
    </message>
    <message>
        <source>last touch %1</source>
        <translation>Kontakt vor %1</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>mailbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>This copy of the workspace sends nothing until a person lets it take over.</source>
        <translation>Diese Kopie des Arbeitsbereichs sendet nichts, bis jemand sie übernehmen lässt.</translation>
    </message>
    <message>
        <source>All automation is stopped. It leaves when that is lifted.</source>
        <translation>Alle Automatik ist angehalten. Es geht hinaus, sobald sie weiterläuft.</translation>
    </message>
    <message>
        <source>Leaves %1.</source>
        <translation>Geht hinaus: %1.</translation>
    </message>
    <message>
        <source>Leaves %1 their time (%2 here).</source>
        <translation>Geht hinaus: %1 nach Ortszeit dort (%2 hier).</translation>
    </message>
    <message>
        <source>It waits for the mailbox: connect it, or sign in again, on the Sync page.</source>
        <translation>Es wartet auf das Postfach: auf der Seite Abgleich verbinden oder neu anmelden.</translation>
    </message>
    <message>
        <source>It leaves as soon as the CRM can be reached again. Nothing is lost.</source>
        <translation>Es geht hinaus, sobald das CRM wieder erreichbar ist. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>The mail server had the whole message and gave no answer. Look among your sent mail first.</source>
        <translation>Der Mailserver hatte die ganze Nachricht und gab keine Antwort. Bitte zuerst unter den gesendeten Mails nachsehen.</translation>
    </message>
    <message>
        <source>The calendar gave no answer. Look there first; the same entry cannot come twice.</source>
        <translation>Der Kalender gab keine Antwort. Bitte zuerst dort nachsehen; derselbe Eintrag kann nicht doppelt entstehen.</translation>
    </message>
    <message>
        <source>The CRM gave no answer. Look there first; it is found by its key.</source>
        <translation>Das CRM gab keine Antwort. Bitte zuerst dort nachsehen; es ist an seinem Schlüssel zu finden.</translation>
    </message>
    <message>
        <source>The CRM gave no answer. Look whether the field has the new value.</source>
        <translation>Das CRM gab keine Antwort. Bitte nachsehen, ob das Feld den neuen Wert hat.</translation>
    </message>
    <message>
        <source>Changed here and in the CRM. Say on the Sync page which value stands.</source>
        <translation>Hier und im CRM geändert. Auf der Seite Abgleich sagen, welcher Wert gilt.</translation>
    </message>
    <message>
        <source>Put aside until they answer or visit, at the latest %1.</source>
        <translation>Zurückgestellt bis zu einer Antwort oder einem Besuch, spätestens %1.</translation>
    </message>
    <message>
        <source>draft ready</source>
        <translation>Entwurf fertig</translation>
    </message>
    <message>
        <source>ranked lower: %1 of %2 not relevant</source>
        <translation>weiter unten: %1 von %2 nicht relevant</translation>
    </message>
    <message>
        <source>Mail: at most once. Topline never repeats it in doubt.</source>
        <translation>Mail: höchstens einmal. Topline wiederholt sie im Zweifel nie.</translation>
    </message>
    <message>
        <source>Calendar: effectively once. Asked again, it is the same entry.</source>
        <translation>Kalender: wirksam einmal. Noch einmal gefragt, ist es derselbe Eintrag.</translation>
    </message>
    <message>
        <source>CRM: effectively once. Asked again, it is the same record.</source>
        <translation>CRM: wirksam einmal. Noch einmal gefragt, ist es derselbe Datensatz.</translation>
    </message>
    <message>
        <source>CRM field: written only where nobody changed it meanwhile.</source>
        <translation>CRM-Feld: nur geschrieben, wo es inzwischen niemand geändert hat.</translation>
    </message>
    <message>
        <source>%1 there</source>
        <translation>dort %1</translation>
    </message>
    <message>
        <source>phone %1</source>
        <translation>Anruf %1</translation>
    </message>
    <message>
        <source>It did not arrive</source>
        <translation>Nicht angekommen</translation>
    </message>
</context>
<context>
    <name>ForecastStory</name>
    <message>
        <source>Won so far</source>
        <translation>Bisher gewonnen</translation>
    </message>
    <message>
        <source>Deals in hand</source>
        <translation>In der Hand</translation>
    </message>
    <message>
        <source>New business</source>
        <translation>Neugeschäft</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>Am %1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>%1: %2 deals, %3</source>
        <translation>%1: %2 Geschäfte, %3</translation>
    </message>
    <message>
        <source>Later or undated</source>
        <translation>Später oder undatiert</translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) (%1) close later or have no date</source>
        <translation>
            <numerusform>%n Geschäft (%1) später oder undatiert</numerusform>
            <numerusform>%n Geschäfte (%1) später oder undatiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Age not known</source>
        <translation>Alter nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) (%1) of unknown age: not in hand</source>
        <translation>
            <numerusform>%n Geschäft (%1) unbekannten Alters: nicht in der Hand</numerusform>
            <numerusform>%n Geschäfte (%1) unbekannten Alters: nicht in der Hand</numerusform>
        </translation>
    </message>
    <message>
        <source>Zombies</source>
        <translation>Zombies</translation>
    </message>
    <message numerus="yes">
        <source>%n zombie(s) (%1): not healthy pipeline</source>
        <translation>
            <numerusform>%n Zombie (%1): keine gesunde Pipeline</numerusform>
            <numerusform>%n Zombies (%1): keine gesunde Pipeline</numerusform>
        </translation>
    </message>
    <message>
        <source>All open</source>
        <translation>Alle offenen</translation>
    </message>
    <message numerus="yes">
        <source>%n open deal(s) (%1) in all</source>
        <translation>
            <numerusform>%n offenes Geschäft (%1) insgesamt</numerusform>
            <numerusform>%n offene Geschäfte (%1) insgesamt</numerusform>
        </translation>
    </message>
    <message>
        <source>Weighted by stage</source>
        <translation>Nach Phase gewichtet</translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) weighted by stage would be %1</source>
        <translation>
            <numerusform>%n Geschäft, nach Phase gewichtet: %1</numerusform>
            <numerusform>%n Geschäfte, nach Phase gewichtet: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open deal(s) in other currencies: in no sum</source>
        <translation>
            <numerusform>%n offenes Geschäft in anderer Währung: in keiner Summe</numerusform>
            <numerusform>%n offene Geschäfte in anderen Währungen: in keiner Summe</numerusform>
        </translation>
    </message>
    <message>
        <source>Forecast against actual</source>
        <translation>Prognose gegen Ergebnis</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message numerus="yes">
        <source>%n won</source>
        <translation>
            <numerusform>%n gewonnen</numerusform>
            <numerusform>%n gewonnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Too little history: %1 stored forecasts are over and %2 earlier moments can be tried; %3 are needed.</source>
        <translation>Zu wenig Verlauf: %1 gespeicherte Prognosen sind abgelaufen, %2 frühere Zeitpunkte prüfbar; %3 sind nötig.</translation>
    </message>
    <message>
        <source>used</source>
        <extracomment>The method whose figures are shown.</extracomment>
        <translation>genutzt</translation>
    </message>
    <message>
        <source>No back-test: the history is too short for this span.</source>
        <translation>Keine Rückprüfung: Der Verlauf ist für diesen Zeitraum zu kurz.</translation>
    </message>
    <message numerus="yes">
        <source>Beats the naive forecast: error %1 against %2, over %n moment(s).</source>
        <translation>
            <numerusform>Besser als die naive Prognose: Fehler %1 gegen %2, über %n Zeitpunkt.</numerusform>
            <numerusform>Besser als die naive Prognose: Fehler %1 gegen %2, über %n Zeitpunkte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Does not beat the naive forecast (the same as last period): error %1 against %2, over %n moment(s).</source>
        <translation>
            <numerusform>Nicht besser als die naive Prognose (wie zuletzt): Fehler %1 gegen %2, über %n Zeitpunkt.</numerusform>
            <numerusform>Nicht besser als die naive Prognose (wie zuletzt): Fehler %1 gegen %2, über %n Zeitpunkte.</numerusform>
        </translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>ohne Zuständige</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>innerhalb</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>außerhalb</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was won or forecast at the %n moment(s) known.</source>
        <translation>
            <numerusform>An dem bekannten Zeitpunkt wurde nichts gewonnen oder vorhergesagt.</numerusform>
            <numerusform>An den %n bekannten Zeitpunkten wurde nichts gewonnen oder vorhergesagt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was won at the %n moment(s) that were tried: no error to measure.</source>
        <translation>
            <numerusform>An dem geprüften Zeitpunkt wurde nichts gewonnen: kein Fehler messbar.</numerusform>
            <numerusform>An den %n geprüften Zeitpunkten wurde nichts gewonnen: kein Fehler messbar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForecastText</name>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Best case</source>
        <translation>Bestfall</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Zugesagt</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Omitted</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>All open deals</source>
        <translation>Alle offenen Geschäfte</translation>
    </message>
    <message>
        <source>Weighted by stage</source>
        <translation>Nach Phase gewichtet</translation>
    </message>
    <message>
        <source>Hazard by age</source>
        <translation>Rate nach Alter</translation>
    </message>
    <message>
        <source>Hazard by stage and age</source>
        <translation>Rate nach Phase und Alter</translation>
    </message>
    <message>
        <source>Same as last period (naive)</source>
        <translation>Wie zuletzt (naiv)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Pulled in</source>
        <translation>Vorgezogen</translation>
    </message>
    <message>
        <source>Slipped out</source>
        <translation>Hinausgeschoben</translation>
    </message>
    <message>
        <source>Amount up</source>
        <translation>Betrag gestiegen</translation>
    </message>
    <message>
        <source>Amount down</source>
        <translation>Betrag gesunken</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 T</translation>
    </message>
    <message>
        <source>60 d</source>
        <translation>60 T</translation>
    </message>
    <message>
        <source>90 d</source>
        <translation>90 T</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quartal</translation>
    </message>
    <message>
        <source>no touch for a week</source>
        <translation>seit einer Woche kein Kontakt</translation>
    </message>
    <message>
        <source>close date passed</source>
        <translation>Abschlussdatum vorbei</translation>
    </message>
    <message>
        <source>no close date</source>
        <translation>kein Abschlussdatum</translation>
    </message>
    <message>
        <source>no amount</source>
        <translation>kein Betrag</translation>
    </message>
    <message>
        <source>pushed often</source>
        <translation>oft verschoben</translation>
    </message>
    <message>
        <source>amount fell</source>
        <translation>Betrag gesunken</translation>
    </message>
    <message>
        <source>%1, called</source>
        <extracomment>A rep said so: &quot;Commit, called&quot;.</extracomment>
        <translation>%1, angesagt</translation>
    </message>
    <message>
        <source>%1, called; by its stage %2</source>
        <translation>%1, angesagt; nach Phase %2</translation>
    </message>
    <message>
        <source>zombie</source>
        <translation>Zombie</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>Alter nicht bekannt</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>min</source>
        <extracomment>Abbreviation of minutes, hours and days after a number.</extracomment>
        <translation>Min</translation>
    </message>
    <message>
        <source>h</source>
        <translation>Std</translation>
    </message>
    <message>
        <source>d</source>
        <translation>T</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>%1 is a length of time such as &quot;6 min&quot;.</extracomment>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Dates, in Qt&apos;s date format: with and without the year.</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>FreezeWords</name>
    <message>
        <source>it was restored from a backup.</source>
        <translation>sie wurde aus einer Sicherung wiederhergestellt.</translation>
    </message>
    <message>
        <source>it was last used on another computer.</source>
        <translation>sie wurde zuletzt auf einem anderen Rechner benutzt.</translation>
    </message>
    <message>
        <source>it is older than what this computer has already sent.</source>
        <translation>sie ist älter als das, was dieser Rechner schon gesendet hat.</translation>
    </message>
    <message>
        <source>it was used before, but not on this computer.</source>
        <translation>sie wurde schon benutzt, aber nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>another copy of it was used on this computer.</source>
        <translation>eine andere Kopie davon wurde auf diesem Rechner benutzt.</translation>
    </message>
</context>
<context>
    <name>GuardLimitText</name>
    <message>
        <source>Mails a day, all reps</source>
        <translation>E-Mails am Tag, alle zusammen</translation>
    </message>
    <message>
        <source>Automatic mails a day, per rep</source>
        <translation>Automatische E-Mails am Tag je Person</translation>
    </message>
    <message>
        <source>Mails a day to one company</source>
        <translation>E-Mails am Tag an eine Firma</translation>
    </message>
    <message>
        <source>Pause on one channel, per person</source>
        <translation>Pause je Kanal und Person</translation>
    </message>
    <message>
        <source>No automatic mail after a reply for</source>
        <translation>Keine automatische E-Mail nach einer Antwort</translation>
    </message>
    <message>
        <source>The same play again after</source>
        <translation>Derselbe Play wieder nach</translation>
    </message>
    <message>
        <source>Pause between two cadences</source>
        <translation>Pause zwischen zwei Kadenzen</translation>
    </message>
    <message>
        <source>Pause for an absence without a date</source>
        <translation>Pause bei Abwesenheit ohne Datum</translation>
    </message>
    <message>
        <source>Mails leave from, their time</source>
        <translation>E-Mails gehen ab, Ortszeit</translation>
    </message>
    <message>
        <source>Mails leave until, their time</source>
        <translation>E-Mails gehen bis, Ortszeit</translation>
    </message>
    <message>
        <source>On weekends too</source>
        <translation>Auch am Wochenende</translation>
    </message>
    <message>
        <source>Outside these hours a buyer who asked is answered</source>
        <translation>Außerhalb wird, wer angefragt hat, beantwortet</translation>
    </message>
    <message>
        <source>Mail only to people with a stored consent</source>
        <translation>E-Mails nur mit hinterlegter Einwilligung</translation>
    </message>
    <message>
        <source>Approvals before a play may run by itself</source>
        <translation>Freigaben, bevor ein Play allein laufen darf</translation>
    </message>
    <message>
        <source>Of them unchanged, at least</source>
        <translation>Davon unverändert, mindestens</translation>
    </message>
    <message>
        <source>Taken back when more bounce than</source>
        <translation>Zurückgenommen bei mehr Unzustellbaren als</translation>
    </message>
    <message>
        <source>Taken back when more unsubscribe than</source>
        <translation>Zurückgenommen bei mehr Abmeldungen als</translation>
    </message>
    <message>
        <source>Taken back when more complain than</source>
        <translation>Zurückgenommen bei mehr Beschwerden als</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation>Eine ganze Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>A time of day such as 08:30.</source>
        <translation>Eine Uhrzeit wie 08:30.</translation>
    </message>
    <message>
        <source>This ends before it begins.</source>
        <translation>Das endet, bevor es beginnt.</translation>
    </message>
    <message>
        <source>There is no such time zone; write for example Europe/Berlin.</source>
        <translation>Diese Zeitzone gibt es nicht; zum Beispiel Europe/Berlin.</translation>
    </message>
    <message>
        <source>One day at least needs its hours.</source>
        <translation>Mindestens ein Tag braucht Zeiten.</translation>
    </message>
    <message>
        <source>That is past.</source>
        <translation>Das ist vorbei.</translation>
    </message>
    <message>
        <source>not before morning</source>
        <translation>erst am Morgen</translation>
    </message>
    <message>
        <source>at once, when a rep approves it</source>
        <translation>sofort, wenn jemand es freigibt</translation>
    </message>
    <message>
        <source>at once, by plays too</source>
        <translation>sofort, auch durch Plays</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>holidays of %1</source>
        <translation>Feiertage: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) off</source>
        <translation>
            <numerusform>%n freier Tag</numerusform>
            <numerusform>%n freie Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: earned by %2 of %3 approvals without a change.</source>
        <translation>%1: verdient durch %2 von %3 Freigaben ohne Änderung.</translation>
    </message>
    <message>
        <source>%1: it writes to nobody.</source>
        <translation>%1: Er schreibt niemandem.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 approvals unchanged; it may run by itself.</source>
        <translation>%1: %2 von %3 Freigaben unverändert; er darf allein laufen.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 approvals so far</source>
        <translation>%1: bisher %2 von %3 Freigaben</translation>
    </message>
    <message>
        <source>, %1 of them unchanged</source>
        <translation>, davon %1 unverändert</translation>
    </message>
    <message numerus="yes">
        <source>, and %n complaint(s)</source>
        <translation>
            <numerusform>, und %n Beschwerde</numerusform>
            <numerusform>, und %n Beschwerden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 set by hand to “%2”.</source>
        <translation>%1 von Hand auf „%2“ gestellt.</translation>
    </message>
    <message>
        <source>%1 set back to what its text says: “%2”.</source>
        <translation>%1 zurück auf das, was sein Text sagt: „%2“.</translation>
    </message>
    <message>
        <source>%1 to “%2”: %3 of %4 approvals were unchanged.</source>
        <translation>%1 auf „%2“: %3 von %4 Freigaben waren unverändert.</translation>
    </message>
    <message>
        <source>%1 back to “%2”: %3 of %4 mails bounced.</source>
        <translation>%1 zurück auf „%2“: %3 von %4 E-Mails waren unzustellbar.</translation>
    </message>
    <message>
        <source>%1 back to “%2”: %3 of %4 unsubscribed.</source>
        <translation>%1 zurück auf „%2“: %3 von %4 haben sich abgemeldet.</translation>
    </message>
    <message>
        <source>%1 back to “%2”: %3 of %4 complained.</source>
        <translation>%1 zurück auf „%2“: %3 von %4 haben sich beschwert.</translation>
    </message>
    <message>
        <source>Touches of one person, at most</source>
        <translation>Kontakte mit einer Person, höchstens</translation>
    </message>
    <message>
        <source>Touches of one account, at most</source>
        <translation>Kontakte mit einer Firma, höchstens</translation>
    </message>
    <message>
        <source>Touches are counted over</source>
        <translation>Kontakte werden gezählt über</translation>
    </message>
    <message>
        <source>Mails before such a share counts</source>
        <translation>E-Mails, ab denen ein Anteil zählt</translation>
    </message>
</context>
<context>
    <name>GuardLines</name>
    <message>
        <source>Mails count for a later day than today: this computer’s clock was wrong once. Until that day no more leave than are left of its limits.</source>
        <translation>E-Mails zählen für einen späteren Tag als heute: Die Uhr dieses Computers ging einmal falsch. Bis dahin gehen nur so viele hinaus, wie dessen Limits noch zulassen.</translation>
    </message>
    <message>
        <source>Count from zero</source>
        <translation>Neu zählen</translation>
    </message>
    <message numerus="yes">
        <source>%1 is paused: %n effect(s) ended in doubt %2. Look what became of them first.</source>
        <translation>
            <numerusform>%1 pausiert: %n Sendung blieb %2 ungewiss. Sehen Sie zuerst nach, was daraus wurde.</numerusform>
            <numerusform>%1 pausiert: %n Sendungen blieben %2 ungewiss. Sehen Sie zuerst nach, was daraus wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Weitermachen lassen</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>Mails leave from %1 to %2 by the recipient’s clock, not on holidays.</source>
        <translation>E-Mails gehen von %1 bis %2 nach der Uhr des Empfängers hinaus, nicht an Feiertagen.</translation>
    </message>
    <message>
        <source>Mails leave from %1 to %2 by the recipient’s clock, not on weekends and holidays.</source>
        <translation>E-Mails gehen von %1 bis %2 nach der Uhr des Empfängers hinaus, nicht an Wochenenden und Feiertagen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the action for %1</source>
        <translation>Die Aktion für %1 zeigen</translation>
    </message>
    <message>
        <source>Nothing waits, and nothing was kept back.</source>
        <translation>Nichts wartet, und nichts wurde zurückgehalten.</translation>
    </message>
    <message>
        <source>No rule kept a signal without an action.</source>
        <translation>Keine Regel ließ ein Signal ohne Aktion.</translation>
    </message>
    <message>
        <source>Somebody who is no longer stored here</source>
        <translation>Jemand, der hier nicht mehr gespeichert ist</translation>
    </message>
    <message>
        <source>no mail</source>
        <translation>keine E-Mail</translation>
    </message>
    <message>
        <source>no calls</source>
        <translation>keine Anrufe</translation>
    </message>
    <message>
        <source>%1, %2: %3 %4.</source>
        <translation>%1, %2: %3 %4.</translation>
    </message>
    <message>
        <source> “%1”</source>
        <translation> „%1“</translation>
    </message>
    <message>
        <source> Released: %1</source>
        <translation> Freigegeben: %1</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>Freigeben…</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <translation>%1 von der Liste nehmen</translation>
    </message>
    <message>
        <source>Nobody is on the list.</source>
        <translation>Niemand steht auf der Liste.</translation>
    </message>
    <message>
        <source>Let it run by itself</source>
        <translation>Von allein laufen lassen</translation>
    </message>
    <message>
        <source>Let %1 run by itself</source>
        <translation>%1 von allein laufen lassen</translation>
    </message>
    <message>
        <source>No play has earned to run by itself yet: it takes %1 approvals, %2 % of them unchanged, and no complaint.</source>
        <translation>Noch hat kein Play verdient, von allein zu laufen: Es braucht %1 Freigaben, %2 % davon unverändert, und keine Beschwerde.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 open, weight %4</source>
        <translation>%1: %2 von %3 offen, Gewicht %4</translation>
    </message>
    <message>
        <source>%1, away: %2 of %3 open, weight %4</source>
        <translation>%1, abwesend: %2 von %3 offen, Gewicht %4</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>%1 is away</source>
        <translation>%1 ist abwesend</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 ist zurück</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>%1: %2 got it and %3.</source>
        <translation>%1: %2 bekam sie und %3.</translation>
    </message>
    <message>
        <source>Show the action that %1 got</source>
        <translation>Die Aktion zeigen, die %1 bekam</translation>
    </message>
    <message>
        <source>half within %1, nine of ten within %2, %3 within 5 min</source>
        <translation>die Hälfte binnen %1, neun von zehn binnen %2, %3 binnen 5 min</translation>
    </message>
    <message numerus="yes">
        <source>%n buyer(s) who asked were answered in 90 days, by the clock: %1.</source>
        <translation>
            <numerusform>%n Käufer, der fragte, bekam in 90 Tagen Antwort, nach der Uhr: %1.</numerusform>
            <numerusform>%n Käufer, die fragten, bekamen in 90 Tagen Antwort, nach der Uhr: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>By working hours: %1.</source>
        <translation>Nach Arbeitszeit: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n buyer(s) who asked were not answered yet.</source>
        <translation>
            <numerusform>%n Käufer, der fragte, hat noch keine Antwort.</numerusform>
            <numerusform>%n Käufer, die fragten, haben noch keine Antwort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Inbound actions go to the owner on record: nobody was named to take them.</source>
        <translation>Eingehende Aktionen gehen an den eingetragenen Betreuer: Niemand wurde dafür benannt.</translation>
    </message>
    <message>
        <source>A buyer who asked is answered %1.</source>
        <translation>Wer angefragt hat, wird beantwortet: %1.</translation>
    </message>
    <message>
        <source>Everybody at %1</source>
        <translation>Alle bei %1</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>ohne Quelle</translation>
    </message>
    <message>
        <source>%1 agreed (%2): %3, noted %4.</source>
        <translation>%1 hat zugestimmt (%2): %3, notiert %4.</translation>
    </message>
    <message>
        <source>%1 took it back (%2): %3, noted %4.</source>
        <translation>%1 hat widerrufen (%2): %3, notiert %4.</translation>
    </message>
    <message>
        <source>Nobody’s consent is stored, so no mail leaves.</source>
        <translation>Es ist keine Einwilligung hinterlegt, also geht keine E-Mail hinaus.</translation>
    </message>
    <message>
        <source>No consent is stored; the limits do not ask for one.</source>
        <translation>Es ist keine Einwilligung hinterlegt; die Grenzen verlangen keine.</translation>
    </message>
    <message>
        <source>Everybody: %1</source>
        <translation>Alle: %1</translation>
    </message>
    <message>
        <source>Somebody who has left</source>
        <translation>Jemand, der nicht mehr da ist</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Change the hours of %1</source>
        <translation>Die Zeiten von %1 ändern</translation>
    </message>
    <message>
        <source>Like everybody</source>
        <translation>Wie alle</translation>
    </message>
    <message>
        <source>%1 works by everybody’s hours</source>
        <translation>%1 arbeitet nach den Zeiten aller</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>%1, away until %5: %2 of %3 open, weight %4</source>
        <translation>%1, abwesend bis %5: %2 von %3 offen, Gewicht %4</translation>
    </message>
    <message>
        <source>Change what %1 takes</source>
        <translation>Ändern, was %1 übernimmt</translation>
    </message>
    <message>
        <source>Hours…</source>
        <translation>Zeiten …</translation>
    </message>
    <message>
        <source>Working hours of %1</source>
        <translation>Arbeitszeiten von %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1 takes no inbound actions</source>
        <translation>%1 übernimmt keine Anfragen</translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the buyers behind the speed</source>
        <translation>Die Anfragen hinter der Geschwindigkeit zeigen</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemandem</translation>
    </message>
    <message>
        <source>%1: asked %2, answered after %3 by %4.</source>
        <translation>%1: angefragt %2, nach %3 beantwortet von %4.</translation>
    </message>
    <message>
        <source>%1: asked %2, not answered yet; it is with %3.</source>
        <translation>%1: angefragt %2, noch nicht beantwortet; liegt bei %3.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln signal(s)</source>
        <translation>
            <numerusform>%1: %Ln Signal</numerusform>
            <numerusform>%1: %Ln Signale</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, by rules and by hand: %2 of %3</source>
        <translation>%1, durch Regeln und von Hand: %2 von %3</translation>
    </message>
    <message>
        <source>%1 of %2 mails today; automatic ones stop at %3 of a rep, and %4 go to one company.</source>
        <translation>%1 von %2 Mails heute; automatische enden bei %3 je Person, %4 gehen an eine Firma.</translation>
    </message>
</context>
<context>
    <name>GuardReason</name>
    <message>
        <source>Waits for the recipient’s working hours.</source>
        <translation>Wartet auf die Arbeitszeit des Empfängers.</translation>
    </message>
    <message>
        <source>Leaves %1 their time (%2): they are not at work now.</source>
        <translation>Geht %1 dortiger Zeit (%2) hinaus: Jetzt wird dort nicht gearbeitet.</translation>
    </message>
    <message>
        <source>unsubscribed</source>
        <translation>hat sich abgemeldet</translation>
    </message>
    <message>
        <source>complained</source>
        <translation>hat sich beschwert</translation>
    </message>
    <message>
        <source>was erased</source>
        <translation>wurde gelöscht</translation>
    </message>
    <message>
        <source>came with an imported list</source>
        <translation>kam mit einer importierten Liste</translation>
    </message>
    <message>
        <source>took their consent back</source>
        <translation>hat die Einwilligung zurückgenommen</translation>
    </message>
    <message>
        <source>put on the list by hand</source>
        <translation>von Hand auf die Liste gesetzt</translation>
    </message>
    <message>
        <source>a question of price</source>
        <translation>eine Preisfrage</translation>
    </message>
    <message>
        <source>a legal question</source>
        <translation>eine Rechtsfrage</translation>
    </message>
    <message>
        <source>a refusal</source>
        <translation>eine Absage</translation>
    </message>
    <message>
        <source>%1 must not be contacted: %2.</source>
        <translation>%1 darf nicht kontaktiert werden: %2.</translation>
    </message>
    <message>
        <source>There is no consent of %1 to mail.</source>
        <translation>Von %1 liegt keine Einwilligung für E-Mails vor.</translation>
    </message>
    <message>
        <source>The person is in the cadence “%1”.</source>
        <translation>Die Person ist in der Kadenz „%1“.</translation>
    </message>
    <message>
        <source>The last cadence ended %1 ago; the pause is %2.</source>
        <translation>Die letzte Kadenz endete vor %1; die Pause beträgt %2.</translation>
    </message>
    <message numerus="yes">
        <source>The rep had %n action(s) of this play today; the limit is %1.</source>
        <translation>
            <numerusform>Heute gab es %n Aktion dieses Plays; das Limit ist %1.</numerusform>
            <numerusform>Heute gab es %n Aktionen dieses Plays; das Limit ist %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The account has %n open action(s) of this play; the limit is %1.</source>
        <translation>
            <numerusform>Die Firma hat %n offene Aktion dieses Plays; das Limit ist %1.</numerusform>
            <numerusform>Die Firma hat %n offene Aktionen dieses Plays; das Limit ist %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 there: leaves %2.</source>
        <translation>%1 dort: geht %2 hinaus.</translation>
    </message>
    <message>
        <source>It is a holiday there.</source>
        <translation>Dort ist Feiertag.</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) today; the limit is %1. It leaves another day.</source>
        <translation>
            <numerusform>Heute %n E-Mail; das Limit ist %1. Sie geht an einem anderen Tag hinaus.</numerusform>
            <numerusform>Heute %n E-Mails; das Limit ist %1. Sie geht an einem anderen Tag hinaus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) to %1 today; the limit is %2. It leaves another day.</source>
        <translation>
            <numerusform>Heute %n E-Mail an %1; das Limit ist %2. Sie geht an einem anderen Tag hinaus.</numerusform>
            <numerusform>Heute %n E-Mails an %1; das Limit ist %2. Sie geht an einem anderen Tag hinaus.</numerusform>
        </translation>
    </message>
    <message>
        <source>The cadence ended: there was a reply.</source>
        <translation>Die Kadenz endete: Es kam eine Antwort.</translation>
    </message>
    <message>
        <source>The cadence ended: there is a meeting.</source>
        <translation>Die Kadenz endete: Es gibt einen Termin.</translation>
    </message>
    <message>
        <source>The cadence ended: the deal was closed.</source>
        <translation>Die Kadenz endete: Der Deal wurde abgeschlossen.</translation>
    </message>
    <message>
        <source>%1 is away; it goes on %2.</source>
        <translation>%1 ist abwesend; es geht %2 weiter.</translation>
    </message>
    <message>
        <source>The person is away.</source>
        <translation>Die Person ist abwesend.</translation>
    </message>
    <message>
        <source>A person stopped the cadence.</source>
        <translation>Jemand hat die Kadenz angehalten.</translation>
    </message>
    <message numerus="yes">
        <source>The cadence ended after %n step(s).</source>
        <translation>
            <numerusform>Die Kadenz endete nach %n Schritt.</numerusform>
            <numerusform>Die Kadenz endete nach %n Schritten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answered: a person takes over.</source>
        <translation>%1 hat geantwortet: Ein Mensch übernimmt.</translation>
    </message>
    <message>
        <source>“%1” reads like %2: a person takes over.</source>
        <translation>„%1“ liest sich wie %2: Ein Mensch übernimmt.</translation>
    </message>
    <message>
        <source>“%1” could not be filled in: a person takes over.</source>
        <translation>„%1“ ließ sich nicht ausfüllen: Ein Mensch übernimmt.</translation>
    </message>
    <message>
        <source>Not on the do-not-contact list</source>
        <translation>Nicht auf der Kontaktsperrliste</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>In no other cadence</source>
        <translation>In keiner anderen Kadenz</translation>
    </message>
    <message>
        <source>Pause between cadences</source>
        <translation>Pause zwischen Kadenzen</translation>
    </message>
    <message>
        <source>The play’s limit per rep</source>
        <translation>Limit des Plays je Verkäufer</translation>
    </message>
    <message>
        <source>The play’s limit per account</source>
        <translation>Limit des Plays je Firma</translation>
    </message>
    <message>
        <source>Recipient’s hours</source>
        <translation>Zeiten des Empfängers</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Feiertage</translation>
    </message>
    <message>
        <source>Automatic mails per rep and day</source>
        <translation>Automatische E-Mails je Verkäufer und Tag</translation>
    </message>
    <message>
        <source>Mails per day</source>
        <translation>E-Mails pro Tag</translation>
    </message>
    <message>
        <source>Mails to one company per day</source>
        <translation>E-Mails an eine Firma pro Tag</translation>
    </message>
    <message>
        <source>%1 there: they may not be at work.</source>
        <translation>%1 dort: Vielleicht wird nicht gearbeitet.</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) of the rep today, with those sent by hand; beyond %1 rules send no more. It leaves another day.</source>
        <translation>
            <numerusform>%n Mail der Person heute, auch von Hand; über %1 senden Regeln keine mehr. Sie geht an einem anderen Tag.</numerusform>
            <numerusform>%n Mails der Person heute, auch von Hand; über %1 senden Regeln keine mehr. Sie geht an einem anderen Tag.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is outside their working hours.</source>
        <translation>Es ist außerhalb der dortigen Arbeitszeit.</translation>
    </message>
    <message>
        <source>It is %1 in %2, outside their working hours.</source>
        <translation>Es ist %1 in %2, außerhalb der dortigen Arbeitszeit.</translation>
    </message>
    <message>
        <source>Withdrawn: the meeting that it follows was not held.</source>
        <translation>Zurückgezogen: Das Treffen, auf das es folgt, fand nicht statt.</translation>
    </message>
    <message>
        <source>Withdrawn: the guest has answered again since.</source>
        <translation>Zurückgezogen: Der Gast hat seither neu geantwortet.</translation>
    </message>
    <message>
        <source>Withdrawn: the card was taken back.</source>
        <translation>Zurückgezogen: Die Karte wurde zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>GuardWords</name>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>CRM</source>
        <translation>CRM</translation>
    </message>
    <message>
        <source>unsubscribed</source>
        <translation>hat sich abgemeldet</translation>
    </message>
    <message>
        <source>complained</source>
        <translation>hat sich beschwert</translation>
    </message>
    <message>
        <source>was erased</source>
        <translation>wurde gelöscht</translation>
    </message>
    <message>
        <source>came with an imported list</source>
        <translation>kam mit einer importierten Liste</translation>
    </message>
    <message>
        <source>took their consent back</source>
        <translation>hat die Einwilligung zurückgenommen</translation>
    </message>
    <message>
        <source>put on the list by hand</source>
        <translation>von Hand auf die Liste gesetzt</translation>
    </message>
    <message>
        <source>owns the account</source>
        <translation>betreut die Firma</translation>
    </message>
    <message>
        <source>had the least to do</source>
        <translation>hatte am wenigsten zu tun</translation>
    </message>
    <message>
        <source>is the manager of who had it too long</source>
        <translation>führt die Person, bei der es zu lange lag</translation>
    </message>
    <message>
        <source>was chosen by hand</source>
        <translation>wurde von Hand gewählt</translation>
    </message>
    <message>
        <source>keeps it: nobody else is there</source>
        <translation>behält sie: Sonst ist niemand da</translation>
    </message>
    <message>
        <source>contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>legitimate interest</source>
        <translation>berechtigtes Interesse</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>is named by the play for what is late</source>
        <translation>steht im Play für das, was zu spät ist</translation>
    </message>
</context>
<context>
    <name>IcpProblems</name>
    <message>
        <source>The weight must be 1 to 100 %.</source>
        <translation>Das Gewicht muss 1 bis 100 % sein.</translation>
    </message>
    <message>
        <source>Give a least or a greatest value.</source>
        <translation>Geben Sie einen kleinsten oder größten Wert an.</translation>
    </message>
    <message>
        <source>The least value is above the greatest one.</source>
        <translation>Der kleinste Wert liegt über dem größten.</translation>
    </message>
    <message>
        <source>A profile has 3 to 5 criteria; this one has %1.</source>
        <translation>Ein Profil hat 3 bis 5 Kriterien; dieses hat %1.</translation>
    </message>
    <message>
        <source>%1 stands here twice; put both into one criterion.</source>
        <translation>%1 steht hier zweimal; fassen Sie beides in ein Kriterium.</translation>
    </message>
    <message>
        <source>The weights sum to %1; %2 are left to give.</source>
        <translation>Die Gewichte ergeben %1; %2 sind noch zu vergeben.</translation>
    </message>
    <message>
        <source>The weights sum to %1; take %2 away.</source>
        <translation>Die Gewichte ergeben %1; nehmen Sie %2 weg.</translation>
    </message>
    <message>
        <source>Give the profile a name.</source>
        <translation>Geben Sie dem Profil einen Namen.</translation>
    </message>
    <message>
        <source>Another profile has this name.</source>
        <translation>Ein anderes Profil heißt schon so.</translation>
    </message>
    <message>
        <source>Give the word, or take the rule out.</source>
        <translation>Geben Sie das Wort an, oder entfernen Sie die Regel.</translation>
    </message>
    <message>
        <source>Choose a rank or a department.</source>
        <translation>Wählen Sie eine Position oder eine Abteilung.</translation>
    </message>
</context>
<context>
    <name>ImportKind</name>
    <message>
        <source>Companies</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Geschäfte</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Zuständige</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Stage history</source>
        <translation>Phasenverlauf</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>IndexChart</name>
    <message>
        <source>Revenue Velocity Index by week</source>
        <translation>Umsatztempo-Index nach Wochen</translation>
    </message>
    <message>
        <source>RVI</source>
        <translation>RVI</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>W%1</source>
        <translation>W%1</translation>
    </message>
    <message>
        <source>%1 of %2 closed</source>
        <translation>%1 von %2 geschlossen</translation>
    </message>
    <message>
        <source>Q%1 starts</source>
        <extracomment>The start of a calendar quarter, e.g. &quot;Q4 starts&quot;.</extracomment>
        <translation>Q%1 beginnt</translation>
    </message>
    <message>
        <source>baseline, %1 to %2 = 100</source>
        <translation>Basis, %1 bis %2 = 100</translation>
    </message>
    <message>
        <source>No index yet: it needs won deals with amount and dates, and an open pipeline, both lately and in the 13 weeks before this quarter.</source>
        <translation>Noch kein Index: Es braucht gewonnene Geschäfte mit Betrag und Daten und eine offene Pipeline, jüngst und in den 13 Wochen vor diesem Quartal.</translation>
    </message>
</context>
<context>
    <name>LeverStory</name>
    <message>
        <source>baseline %1</source>
        <translation>Basis %1</translation>
    </message>
    <message>
        <source>%1 open in %2</source>
        <translation>%1 offen in %2</translation>
    </message>
    <message>
        <source>Won deals take %1; the baseline is %2.</source>
        <translation>Gewonnene Geschäfte dauern %1; die Basis ist %2.</translation>
    </message>
    <message>
        <source>%1 is where they wait: %2, not %3.</source>
        <translation>In %1 warten sie: %2 statt %3.</translation>
    </message>
    <message>
        <source>The win rate is %1; the baseline is %2.</source>
        <translation>Die Gewinnrate ist %1; die Basis ist %2.</translation>
    </message>
    <message>
        <source>%1 is where they leave: %2 go on, not %3.</source>
        <translation>In %1 gehen sie verloren: %2 gehen weiter statt %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n won</source>
        <translation>
            <numerusform>%n gewonnen</numerusform>
            <numerusform>%n gewonnen</numerusform>
        </translation>
    </message>
    <message>
        <source>A won deal is worth %1 at the median; the baseline is %2.</source>
        <translation>Ein gewonnenes Geschäft ist im Median %1 wert; die Basis ist %2.</translation>
    </message>
    <message>
        <source>Each rep has %1 open; the baseline is %2.</source>
        <translation>Je Person sind %1 offen; die Basis ist %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n won in 13 weeks</source>
        <translation>
            <numerusform>%n gewonnen in 13 Wochen</numerusform>
            <numerusform>%n gewonnen in 13 Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Weakest lever: %1</source>
        <translation>Schwächster Hebel: %1</translation>
    </message>
    <message>
        <source>Every lever holds its baseline; least: %1</source>
        <translation>Jeder Hebel hält seine Basis; am wenigsten: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n closed in 13 weeks</source>
        <translation>
            <numerusform>%n geschlossen in 13 Wochen</numerusform>
            <numerusform>%n geschlossen in 13 Wochen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Write to this address?</source>
        <translation>An diese Adresse schreiben?</translation>
    </message>
    <message>
        <source>Open this page?</source>
        <translation>Diese Seite öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Be careful: the text says &quot;%1&quot;, but the link leads elsewhere.</source>
        <translation>Vorsicht: Im Text steht „%1“, der Link führt aber woandershin.</translation>
    </message>
</context>
<context>
    <name>MeetingText</name>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>A day of a meeting, as QDate::toString: &quot;Tuesday 24 November&quot;.</extracomment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1, %2 in %3</source>
        <translation>%1, %2 in %3</translation>
    </message>
    <message>
        <source>Would one of these times suit you?</source>
        <translation>Würde Ihnen eine dieser Zeiten passen?</translation>
    </message>
    <message numerus="yes">
        <source>(%n minute(s) each, times in %1)</source>
        <translation>
            <numerusform>(je %n Minute, Zeiten in %1)</numerusform>
            <numerusform>(je %n Minuten, Zeiten in %1)</numerusform>
        </translation>
    </message>
    <message>
        <source>No calendar is connected: your own meetings are not considered.</source>
        <translation>Kein Kalender ist verbunden: Ihre eigenen Termine sind nicht berücksichtigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) of your calendar could not be read.</source>
        <translation>
            <numerusform>%n Eintrag Ihres Kalenders war nicht lesbar.</numerusform>
            <numerusform>%n Einträge Ihres Kalenders waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Their time zone is not known: yours is taken.</source>
        <translation>Die Zeitzone des Gegenübers ist nicht bekannt: Ihre wird angenommen.</translation>
    </message>
    <message>
        <source>Your calendar as it was %1.</source>
        <translation>Ihr Kalender, wie er %1 war.</translation>
    </message>
</context>
<context>
    <name>MetricText</name>
    <message>
        <source>Open pipeline</source>
        <translation>Offene Pipeline</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>Gewichtet</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Deckung</translation>
    </message>
    <message>
        <source>Win rate, 3 months</source>
        <translation>Gewinnrate, 3 Monate</translation>
    </message>
    <message>
        <source>Cycle, won</source>
        <translation>Dauer, gewonnen</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>d</source>
        <extracomment>Abbreviation of days after a number.</extracomment>
        <translation>T</translation>
    </message>
    <message>
        <source>pts</source>
        <extracomment>Index points after a number.</extracomment>
        <translation>Pkt.</translation>
    </message>
    <message>
        <source>pt</source>
        <extracomment>Percentage points after a number.</extracomment>
        <translation>Pkt.</translation>
    </message>
    <message>
        <source>no quota set</source>
        <translation>keine Quote gesetzt</translation>
    </message>
    <message>
        <source>%1 quota left</source>
        <translation>%1 Quote übrig</translation>
    </message>
    <message>
        <source>quota met</source>
        <translation>Quote erreicht</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>none closed yet</source>
        <translation>noch keins geschlossen</translation>
    </message>
    <message numerus="yes">
        <source>%n won</source>
        <translation>
            <numerusform>%n gewonnen</numerusform>
            <numerusform>%n gewonnen</numerusform>
        </translation>
    </message>
    <message>
        <source>none won yet</source>
        <translation>noch keins gewonnen</translation>
    </message>
    <message>
        <source>%1, %2 other</source>
        <extracomment>&quot;61 deals, 3 in other currencies&quot;</extracomment>
        <translation>%1, %2 andere</translation>
    </message>
    <message numerus="yes">
        <source>%n deals</source>
        <translation>
            <numerusform>%n Geschäft</numerusform>
            <numerusform>%n Geschäfte</numerusform>
        </translation>
    </message>
    <message>
        <source>n %1</source>
        <extracomment>Number of rows behind a figure, as short as can be.</extracomment>
        <translation>n %1</translation>
    </message>
    <message>
        <source>The sum of all open deals.</source>
        <translation>Die Summe aller offenen Geschäfte.</translation>
    </message>
    <message>
        <source>Every open deal times the win probability of its stage. Past weeks use today&apos;s probabilities, so that the change is what the deals did.</source>
        <translation>Jedes offene Geschäft mal der Gewinnchance seiner Phase. Frühere Wochen nutzen die heutigen Chancen, damit die Änderung von den Geschäften kommt.</translation>
    </message>
    <message>
        <source>Open pipeline divided by what is left of this quarter&apos;s quota.</source>
        <translation>Offene Pipeline geteilt durch die restliche Quote des Quartals.</translation>
    </message>
    <message>
        <source>Won deals divided by won and lost ones, closed in the last 13 weeks.</source>
        <translation>Gewonnene geteilt durch gewonnene und verlorene Geschäfte der letzten 13 Wochen.</translation>
    </message>
    <message>
        <source>Median days from start to close of the deals won in the last 13 weeks.</source>
        <translation>Median der Tage vom Beginn bis zum Abschluss der in den letzten 13 Wochen gewonnenen Geschäfte.</translation>
    </message>
    <message>
        <source>Open deals that have been in their stage for longer than 80 % of the won deals were (14 days where fewer than 10 were won), or whose close date has passed.</source>
        <translation>Offene Geschäfte, die länger in ihrer Phase sind als 80 % der gewonnenen (14 Tage, wo weniger als 10 gewonnen wurden) oder deren Abschluss überfällig ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n deals in other currencies are left out.</source>
        <translation>
            <numerusform>%n Geschäft in anderer Währung ist nicht enthalten.</numerusform>
            <numerusform>%n Geschäfte in anderen Währungen sind nicht enthalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>Gewinnrate</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Deal size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Pipeline per rep</source>
        <translation>Pipeline je Person</translation>
    </message>
    <message>
        <source>Cycle, won deals</source>
        <translation>Dauer, gewonnene</translation>
    </message>
    <message>
        <source>Deal size, median</source>
        <translation>Größe, Median</translation>
    </message>
    <message>
        <source>%1 of %2 closed</source>
        <translation>%1 von %2 geschlossen</translation>
    </message>
    <message numerus="yes">
        <source>%n reps</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Won deals divided by closed ones over 13 weeks, drawn toward the long-run rate as if 20 more deals had closed at it.</source>
        <translation>Gewonnene durch geschlossene Geschäfte über 13 Wochen, zur langfristigen Rate gezogen, als wären 20 weitere zu ihr geschlossen worden.</translation>
    </message>
    <message>
        <source>Median days from start to close of the deals won in 13 weeks. Shorter lifts the index.</source>
        <translation>Median der Tage bis zum Abschluss der in 13 Wochen gewonnenen Geschäfte. Kürzer hebt den Index.</translation>
    </message>
    <message>
        <source>Median amount of the deals won in 13 weeks.</source>
        <translation>Median des Betrags der in 13 Wochen gewonnenen Geschäfte.</translation>
    </message>
    <message>
        <source>Open pipeline per rep at the end of each week, averaged over 13 weeks.</source>
        <translation>Offene Pipeline je Person am Wochenende, über 13 Wochen gemittelt.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Rep</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>1,000 employees or more</source>
        <translation>1.000 Beschäftigte oder mehr</translation>
    </message>
    <message>
        <source>%1 employees</source>
        <translation>%1 Beschäftigte</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Wieder offen</translation>
    </message>
    <message>
        <source>Amount up</source>
        <translation>Betrag erhöht</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Amount down</source>
        <translation>Betrag gesenkt</translation>
    </message>
</context>
<context>
    <name>MomentEntry</name>
    <message>
        <source>Type a day, a time, or both.</source>
        <translation>Tag, Uhrzeit oder beides eingeben.</translation>
    </message>
    <message>
        <source>Not understood.</source>
        <translation>Nicht verstanden.</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>Diesen Tag gibt es nicht.</translation>
    </message>
    <message>
        <source>That time has passed.</source>
        <translation>Diese Zeit ist vorbei.</translation>
    </message>
    <message>
        <source>That is more than ten years away.</source>
        <translation>Das ist mehr als zehn Jahre hin.</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Stage change</source>
        <translation>Phasenwechsel</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Kontrollgruppe</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>COLD</source>
        <translation>KALT</translation>
    </message>
    <message>
        <source>WARM</source>
        <translation>WARM</translation>
    </message>
    <message>
        <source>HOT</source>
        <translation>HEISS</translation>
    </message>
    <message>
        <source>Asks first</source>
        <translation>Fragt zuerst</translation>
    </message>
    <message>
        <source>Prepares a draft</source>
        <translation>Bereitet einen Entwurf vor</translation>
    </message>
    <message>
        <source>Runs by itself</source>
        <translation>Läuft von selbst</translation>
    </message>
    <message>
        <source>Wrong person</source>
        <translation>Falsche Person</translation>
    </message>
    <message>
        <source>Bad timing</source>
        <translation>Falscher Zeitpunkt</translation>
    </message>
    <message>
        <source>Already done</source>
        <translation>Schon geschehen</translation>
    </message>
    <message>
        <source>Not relevant</source>
        <translation>Nicht wichtig</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>No outcome yet</source>
        <translation>Noch kein Ergebnis</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Meeting booked</source>
        <translation>Termin vereinbart</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>Geantwortet</translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>Kein Interesse</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Deal won</source>
        <translation>Geschäft gewonnen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Ledger began</source>
        <translation>Kassenbuch begonnen</translation>
    </message>
    <message>
        <source>Account assigned</source>
        <translation>Firma zugeteilt</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>Unterdrückt</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Zusammengelegt</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Intent stored</source>
        <translation>Absicht gespeichert</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Resolved by a person</source>
        <translation>Von Hand geklärt</translation>
    </message>
    <message>
        <source>Outcome seen</source>
        <translation>Ergebnis gesehen</translation>
    </message>
    <message>
        <source>Contaminated</source>
        <translation>Verunreinigt</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Einstellung geändert</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>%1 anrufen</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>%1 antworten</translation>
    </message>
    <message>
        <source>E-mail %1</source>
        <translation>E-Mail an %1</translation>
    </message>
    <message>
        <source>Task for %1</source>
        <translation>Aufgabe für %1</translation>
    </message>
    <message>
        <source>Move %1 to %2</source>
        <translation>%1 nach %2 verschieben</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>industry</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>The input is not as expected</source>
        <translation>Die Eingabe ist nicht wie erwartet</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Reading or writing failed</source>
        <translation>Lesen oder Schreiben gescheitert</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>The place is read-only</source>
        <translation>Der Ort ist schreibgeschützt</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>The workspace file is damaged</source>
        <translation>Die Arbeitsdatei ist beschädigt</translation>
    </message>
    <message>
        <source>Not a Topline workspace</source>
        <translation>Keine Topline-Arbeitsdatei</translation>
    </message>
    <message>
        <source>Written by a newer Topline</source>
        <translation>Von einem neueren Topline geschrieben</translation>
    </message>
    <message>
        <source>In use elsewhere</source>
        <translation>Anderswo in Gebrauch</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>Inzwischen geändert</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Out of reach</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Ausgang ungewiss</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Field edit</source>
        <translation>Feldänderung</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>CRM connected</source>
        <translation>CRM verbunden</translation>
    </message>
    <message>
        <source>CRM disconnected</source>
        <translation>CRM getrennt</translation>
    </message>
    <message>
        <source>Conflict found</source>
        <translation>Konflikt gefunden</translation>
    </message>
    <message>
        <source>Conflict decided</source>
        <translation>Konflikt entschieden</translation>
    </message>
    <message>
        <source>Deletions decided</source>
        <translation>Löschungen entschieden</translation>
    </message>
    <message>
        <source>Edit of %1</source>
        <translation>Änderung an %1</translation>
    </message>
    <message>
        <source>Meeting with %1</source>
        <translation>Termin mit %1</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>A limit was reached</source>
        <translation>Eine Grenze ist erreicht</translation>
    </message>
    <message>
        <source>Deal plan changed</source>
        <translation>Abschlussplan geändert</translation>
    </message>
    <message>
        <source>Play changed</source>
        <translation>Play geändert</translation>
    </message>
    <message>
        <source>Mode changed</source>
        <translation>Modus geändert</translation>
    </message>
    <message>
        <source>Do-not-contact list changed</source>
        <translation>Kontaktsperre geändert</translation>
    </message>
    <message>
        <source>Consent changed</source>
        <translation>Einwilligung geändert</translation>
    </message>
    <message>
        <source>Run started</source>
        <translation>Lauf begonnen</translation>
    </message>
    <message>
        <source>Run moved on</source>
        <translation>Lauf weitergeführt</translation>
    </message>
    <message>
        <source>Run ended</source>
        <translation>Lauf beendet</translation>
    </message>
    <message>
        <source>Routed</source>
        <translation>Zugeteilt</translation>
    </message>
    <message>
        <source>Reassigned</source>
        <translation>Neu zugeteilt</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Eskaliert</translation>
    </message>
    <message>
        <source>Handed to a person</source>
        <translation>An einen Menschen übergeben</translation>
    </message>
    <message>
        <source>This computer took over</source>
        <translation>Dieser Computer hat übernommen</translation>
    </message>
    <message>
        <source>Mail seen</source>
        <translation>Mail gesehen</translation>
    </message>
    <message>
        <source>Model asked</source>
        <translation>Modell gefragt</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>Verschoben</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Feed</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Velocity</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Upkeep</source>
        <translation>Pflege</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Plays</source>
        <translation>Plays</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Leitplanken</translation>
    </message>
</context>
<context>
    <name>PlayRows</name>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>newer version offered</source>
        <translation>neuere Version angeboten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>on: %1</source>
        <translation>bei: %1</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>in Kraft</translation>
    </message>
    <message numerus="yes">
        <source>%Ln outcome(s)</source>
        <translation>
            <numerusform>%Ln Erfolg</numerusform>
            <numerusform>%Ln Erfolge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlayText</name>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>if nobody answered</source>
        <translation>wenn niemand geantwortet hat</translation>
    </message>
    <message>
        <source>if a link was clicked</source>
        <translation>wenn ein Link geklickt wurde</translation>
    </message>
    <message>
        <source>if no link was clicked</source>
        <translation>wenn kein Link geklickt wurde</translation>
    </message>
    <message>
        <source>if the call was not answered</source>
        <translation>wenn der Anruf nicht angenommen wurde</translation>
    </message>
    <message>
        <source>if no meeting was booked</source>
        <translation>wenn kein Termin gebucht wurde</translation>
    </message>
    <message>
        <source>by business days</source>
        <translation>nach Werktagen</translation>
    </message>
    <message>
        <source>each step on its signal</source>
        <translation>jeder Schritt bei seinem Signal</translation>
    </message>
    <message>
        <source>by business days, or sooner on a signal</source>
        <translation>nach Werktagen, oder früher bei einem Signal</translation>
    </message>
    <message>
        <source>an answer</source>
        <translation>einer Antwort</translation>
    </message>
    <message>
        <source>a meeting</source>
        <translation>einem Termin</translation>
    </message>
    <message>
        <source>the deal closed</source>
        <translation>dem Abschluss des Deals</translation>
    </message>
    <message>
        <source>from the program</source>
        <translation>aus dem Programm</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>on a signal</source>
        <translation>bei Signal</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>%1, else step %2</source>
        <translation>%1, sonst Schritt %2</translation>
    </message>
    <message>
        <source>on: %1</source>
        <translation>bei: %1</translation>
    </message>
    <message>
        <source>sooner on: %1</source>
        <translation>früher bei: %1</translation>
    </message>
    <message>
        <source>in the same thread</source>
        <translation>im selben Thread</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) tried</source>
        <translation>
            <numerusform>%n Text im Vergleich</numerusform>
            <numerusform>%n Texte im Vergleich</numerusform>
        </translation>
    </message>
    <message>
        <source>paused by a person until %1</source>
        <translation>von einem Menschen angehalten bis %1</translation>
    </message>
    <message>
        <source>paused, goes on %1</source>
        <translation>pausiert, weiter %1</translation>
    </message>
    <message>
        <source>waits for the card of step %1</source>
        <translation>wartet auf die Karte von Schritt %1</translation>
    </message>
    <message>
        <source>put off to %1: %2</source>
        <translation>verschoben auf %1: %2</translation>
    </message>
    <message>
        <source>next step %1</source>
        <translation>nächster Schritt %1</translation>
    </message>
    <message>
        <source>nothing proposed yet</source>
        <translation>noch nichts vorgeschlagen</translation>
    </message>
    <message>
        <source>%1 of %2 accepted</source>
        <translation>%1 von %2 angenommen</translation>
    </message>
    <message>
        <source>%1 of %2 carried out by itself</source>
        <translation>%1 von %2 von selbst ausgeführt</translation>
    </message>
    <message>
        <source>%1 led to an answer, a meeting or a win</source>
        <translation>%1 führten zu Antwort, Termin oder Abschluss</translation>
    </message>
    <message>
        <source>Lift: not enough yet; %1 of %3 proposed, %2 of %3 held out</source>
        <translation>Wirkung: noch zu wenig; %1 von %3 vorgeschlagen, %2 von %3 zurückgehalten</translation>
    </message>
    <message>
        <source>Answer, meeting or win after %1 of %2, held out %3 of %4</source>
        <translation>Antwort, Termin oder Abschluss nach %1 von %2, zurückgehalten %3 von %4</translation>
    </message>
</context>
<context>
    <name>ReasonText</name>
    <message numerus="yes">
        <source>Visited the pricing page %n time(s) in %1, last %2.</source>
        <translation>
            <numerusform>War in %1 %n-mal auf der Preisseite, zuletzt %2.</numerusform>
            <numerusform>War in %1 %n-mal auf der Preisseite, zuletzt %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reopened the proposal: %n view(s), last %1.</source>
        <translation>
            <numerusform>Hat das Angebot wieder geöffnet: %n Aufruf, zuletzt %1.</numerusform>
            <numerusform>Hat das Angebot wieder geöffnet: %n Aufrufe, zuletzt %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replied %1.</source>
        <translation>Hat %1 geantwortet.</translation>
    </message>
    <message>
        <source>Replied %1: “%2”</source>
        <translation>Hat %1 geantwortet: „%2“</translation>
    </message>
    <message>
        <source>%1 from %2 in %3; the last %4.</source>
        <translation>%1 von %2 in %3; zuletzt %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n buying event(s)</source>
        <translation>
            <numerusform>%n Kaufsignal</numerusform>
            <numerusform>%n Kaufsignale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>No two-way contact for %1; the limit is %2.</source>
        <translation>Seit %1 kein Austausch; die Grenze ist %2.</translation>
    </message>
    <message>
        <source>All automation was stopped.</source>
        <translation>Alle Automatik war angehalten.</translation>
    </message>
    <message>
        <source>%1 opted out.</source>
        <translation>%1 hat sich abgemeldet.</translation>
    </message>
    <message>
        <source>Mail to %1 bounced.</source>
        <translation>E-Mail an %1 war unzustellbar.</translation>
    </message>
    <message>
        <source>%1 has no usable address.</source>
        <translation>%1 hat keine brauchbare Adresse.</translation>
    </message>
    <message>
        <source>An action for this is already open; it was strengthened.</source>
        <translation>Dafür ist schon eine Aufgabe offen; sie wurde verstärkt.</translation>
    </message>
    <message>
        <source>Last touch on this channel %1 ago; the pause is %2.</source>
        <translation>Letzter Kontakt auf diesem Weg vor %1; die Pause ist %2.</translation>
    </message>
    <message numerus="yes">
        <source>The person had %n touch(es) in %1; the limit is %2.</source>
        <translation>
            <numerusform>Die Person hatte in %1 %n Kontakt; die Grenze ist %2.</numerusform>
            <numerusform>Die Person hatte in %1 %n Kontakte; die Grenze ist %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The account had %n touch(es) in %1; the limit is %2.</source>
        <translation>
            <numerusform>Die Firma hatte in %1 %n Kontakt; die Grenze ist %2.</numerusform>
            <numerusform>Die Firma hatte in %1 %n Kontakte; die Grenze ist %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody there replied %1 ago; no automatic mail for %2.</source>
        <translation>Dort hat vor %1 jemand geantwortet; %2 lang keine automatische E-Mail.</translation>
    </message>
    <message>
        <source>This play ran %1 ago; the pause is %2.</source>
        <translation>Dieser Play lief vor %1; die Pause ist %2.</translation>
    </message>
    <message>
        <source>%1 is working on this account.</source>
        <translation>%1 arbeitet an dieser Firma.</translation>
    </message>
    <message>
        <source>Outside the play’s audience: %1.</source>
        <translation>Nicht im Kreis des Plays: %1.</translation>
    </message>
    <message>
        <source>The signal was %1 old; the limit is %2.</source>
        <translation>Das Signal war %1 alt; die Grenze ist %2.</translation>
    </message>
    <message>
        <source>Nobody to reach at the account.</source>
        <translation>Bei der Firma ist niemand zu erreichen.</translation>
    </message>
    <message>
        <source>Held out: this account shows what happens without automation.</source>
        <translation>Kontrollgruppe: Diese Firma zeigt, was ohne Automatik geschieht.</translation>
    </message>
    <message>
        <source>Proposed: no rule spoke against it.</source>
        <translation>Vorgeschlagen: Keine Regel sprach dagegen.</translation>
    </message>
    <message>
        <source>Fit: nothing known</source>
        <translation>Passung: nichts bekannt</translation>
    </message>
    <message>
        <source>Fit: %1</source>
        <translation>Passung: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Events of an unknown kind</source>
        <translation>Ereignisse unbekannter Art</translation>
    </message>
    <message>
        <source>%1, %2×</source>
        <translation>%1, %2×</translation>
    </message>
    <message>
        <source>%1 group cap</source>
        <translation>Obergrenze %1</translation>
    </message>
    <message>
        <source>Automation running</source>
        <translation>Automatik läuft</translation>
    </message>
    <message>
        <source>Not opted out</source>
        <translation>Nicht abgemeldet</translation>
    </message>
    <message>
        <source>Mail not bouncing</source>
        <translation>E-Mail zustellbar</translation>
    </message>
    <message>
        <source>Usable address</source>
        <translation>Brauchbare Adresse</translation>
    </message>
    <message>
        <source>No open action for the same</source>
        <translation>Nichts Gleiches offen</translation>
    </message>
    <message>
        <source>Pause on this channel</source>
        <translation>Pause auf diesem Weg</translation>
    </message>
    <message>
        <source>Touches of the person</source>
        <translation>Kontakte der Person</translation>
    </message>
    <message>
        <source>Touches of the account</source>
        <translation>Kontakte der Firma</translation>
    </message>
    <message>
        <source>No recent reply</source>
        <translation>Keine frische Antwort</translation>
    </message>
    <message>
        <source>Pause of this play</source>
        <translation>Pause dieses Plays</translation>
    </message>
    <message>
        <source>No other owner at work</source>
        <translation>Niemand anders daran</translation>
    </message>
    <message>
        <source>Inside the audience</source>
        <translation>Im Kreis</translation>
    </message>
    <message>
        <source>Signal fresh enough</source>
        <translation>Signal frisch genug</translation>
    </message>
    <message>
        <source>Somebody to reach</source>
        <translation>Jemand zu erreichen</translation>
    </message>
    <message>
        <source>Holdout</source>
        <translation>Kontrollgruppe</translation>
    </message>
    <message>
        <source>%1 in %2; no answer from the buyer for %3.</source>
        <translation>%1 in %2; seit %3 keine Antwort des Käufers.</translation>
    </message>
    <message>
        <source>Another owner is working on this account.</source>
        <translation>Jemand anders arbeitet an dieser Firma.</translation>
    </message>
    <message>
        <source>The play needs an open deal.</source>
        <translation>Der Play braucht ein offenes Geschäft.</translation>
    </message>
    <message>
        <source>The deal is smaller than the play asks for.</source>
        <translation>Das Geschäft ist kleiner, als der Play verlangt.</translation>
    </message>
    <message>
        <source>The account’s score is not in the play’s range.</source>
        <translation>Die Punkte der Firma liegen nicht im Bereich des Plays.</translation>
    </message>
    <message>
        <source>Never below 0</source>
        <translation>Nie unter 0</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: nicht bekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Beschäftigte</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Seniority</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Their part of the plan was due %2 and is not done: “%1”</source>
        <translation>Ihr Teil des Plans war %2 fällig und ist nicht erledigt: „%1“</translation>
    </message>
    <message>
        <source>%1 declined “%2” (%3).</source>
        <translation>%1 hat „%2“ (%3) abgelehnt.</translation>
    </message>
    <message>
        <source>%1 proposes %4 for “%2” in place of %3.</source>
        <translation>%1 schlägt für „%2“ statt %3 lieber %4 vor.</translation>
    </message>
</context>
<context>
    <name>RiskText</name>
    <message>
        <source>No two-way touch</source>
        <translation>Kein Kontakt</translation>
    </message>
    <message>
        <source>Ghosted</source>
        <translation>Keine Antwort mehr</translation>
    </message>
    <message>
        <source>Close date passed</source>
        <translation>Abschlussdatum vorbei</translation>
    </message>
    <message>
        <source>Stalled in the stage</source>
        <translation>Steckt in der Phase</translation>
    </message>
    <message>
        <source>No director or above</source>
        <translation>Niemand ab Direktion</translation>
    </message>
    <message>
        <source>Close date pushed</source>
        <translation>Abschluss verschoben</translation>
    </message>
    <message>
        <source>Amount fell</source>
        <translation>Betrag gesunken</translation>
    </message>
    <message>
        <source>No finance or security</source>
        <translation>Wichtige Rollen fehlen</translation>
    </message>
    <message>
        <source>Competitor mentioned</source>
        <translation>Wettbewerber genannt</translation>
    </message>
    <message>
        <source>Discount asked for</source>
        <translation>Rabatt verlangt</translation>
    </message>
    <message>
        <source>Next step missing</source>
        <translation>Nächster Schritt fehlt</translation>
    </message>
    <message>
        <source>Unusual age in the stage</source>
        <translation>Ungewöhnlich lange in der Phase</translation>
    </message>
    <message>
        <source>Unusual drop in value</source>
        <translation>Ungewöhnlicher Wertverlust</translation>
    </message>
    <message>
        <source>Unusual discount</source>
        <translation>Ungewöhnlicher Rabatt</translation>
    </message>
    <message>
        <source>Unusually long cycle</source>
        <translation>Ungewöhnlich langer Zyklus</translation>
    </message>
    <message>
        <source>Unusual silence</source>
        <translation>Ungewöhnliche Stille</translation>
    </message>
    <message>
        <source>No two-way touch for %1</source>
        <translation>Kein Kontakt seit %1</translation>
    </message>
    <message>
        <source>Ghosted: no answer for %1</source>
        <translation>Keine Antwort seit %1</translation>
    </message>
    <message>
        <source>Close date passed %1 ago</source>
        <translation>Seit %1 überfällig</translation>
    </message>
    <message>
        <source>Stalled: %1 in the stage</source>
        <translation>Steckt: %1 in der Phase</translation>
    </message>
    <message>
        <source>No director or above engaged</source>
        <translation>Niemand ab Direktion aktiv</translation>
    </message>
    <message numerus="yes">
        <source>Close date pushed %n time(s)</source>
        <translation>
            <numerusform>Abschluss %n-mal verschoben</numerusform>
            <numerusform>Abschluss %n-mal verschoben</numerusform>
        </translation>
    </message>
    <message>
        <source>Amount down by %1</source>
        <translation>Betrag um %1 gesunken</translation>
    </message>
    <message numerus="yes">
        <source>Competitor mentioned %n time(s)</source>
        <translation>
            <numerusform>Wettbewerber %n-mal genannt</numerusform>
            <numerusform>Wettbewerber %n-mal genannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discount or terms asked for %n time(s)</source>
        <translation>
            <numerusform>Rabatt oder Konditionen %n-mal verlangt</numerusform>
            <numerusform>Rabatt oder Konditionen %n-mal verlangt</numerusform>
        </translation>
    </message>
    <message>
        <source>one is needed</source>
        <translation>einer ist nötig</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message numerus="yes">
        <source>%n won deal(s)</source>
        <translation>
            <numerusform>%n gewonnenes Geschäft</numerusform>
            <numerusform>%n gewonnene Geschäfte</numerusform>
        </translation>
    </message>
    <message>
        <source>of the industry %1</source>
        <translation>der Branche %1</translation>
    </message>
    <message>
        <source>of this product</source>
        <translation>dieses Produkts</translation>
    </message>
    <message>
        <source>small</source>
        <translation>klein</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>big</source>
        <translation>groß</translation>
    </message>
    <message>
        <source>in this stage</source>
        <translation>in dieser Phase</translation>
    </message>
    <message>
        <source>Too few won deals to say what is usual.</source>
        <translation>Zu wenige gewonnene Geschäfte, um zu sagen, was üblich ist.</translation>
    </message>
    <message>
        <source>%1 in this stage, usual %2: longer than %3 of like deals (n %4)</source>
        <translation>%1 in dieser Phase, üblich %2: länger als %3 ähnlicher Geschäfte (n %4)</translation>
    </message>
    <message>
        <source>%1 of its first value, usual %2 (n %3 won)</source>
        <translation>%1 des ersten Werts, üblich %2 (n %3 gewonnen)</translation>
    </message>
    <message>
        <source>%1 of the list price, usual %2 (n %3 won)</source>
        <translation>%1 des Listenpreises, üblich %2 (n %3 gewonnen)</translation>
    </message>
    <message>
        <source>Open for %1, won deals take %2 (n %3)</source>
        <translation>Offen seit %1, gewonnene dauern %2 (n %3)</translation>
    </message>
    <message>
        <source>Silent for %1, usual gap %2: a chance of %3 (n %4)</source>
        <translation>Still seit %1, übliche Pause %2: Wahrscheinlichkeit %3 (n %4)</translation>
    </message>
    <message>
        <source>%1 less likely to be won by its close date than the median open deal here</source>
        <translation>Um %1 unwahrscheinlicher bis zum Abschlussdatum gewonnen als das mittlere offene Geschäft dieser Phase</translation>
    </message>
    <message>
        <source>%1 of %2 open deals</source>
        <translation>%1 von %2 offenen Geschäften</translation>
    </message>
    <message>
        <source>Call them</source>
        <translation>Anrufen</translation>
    </message>
    <message>
        <source>Follow up on another channel</source>
        <translation>Auf anderem Weg nachfassen</translation>
    </message>
    <message>
        <source>Agree a close date that holds</source>
        <translation>Ein haltbares Abschlussdatum vereinbaren</translation>
    </message>
    <message>
        <source>Start a save play</source>
        <translation>Rettungs-Play starten</translation>
    </message>
    <message>
        <source>Bring in more people</source>
        <translation>Mehr Personen einbinden</translation>
    </message>
    <message>
        <source>Reach a director or above</source>
        <translation>Jemanden ab Direktion erreichen</translation>
    </message>
    <message>
        <source>Confirm the value</source>
        <translation>Den Wert bestätigen</translation>
    </message>
    <message>
        <source>Invite finance and security</source>
        <translation>Finanzen und Sicherheit einladen</translation>
    </message>
    <message>
        <source>Answer the competitor</source>
        <translation>Dem Wettbewerber antworten</translation>
    </message>
    <message>
        <source>Settle the terms</source>
        <translation>Die Konditionen klären</translation>
    </message>
    <message>
        <source>Agree the next step</source>
        <translation>Den nächsten Schritt vereinbaren</translation>
    </message>
    <message>
        <source>%1: the risk would fall by %2</source>
        <translation>%1: Das Risiko fiele um %2</translation>
    </message>
    <message>
        <source>%1 old, limit %2 (twice p90 of won cycles)</source>
        <translation>%1 alt, Grenze %2 (doppeltes p90 gewonnener Zyklen)</translation>
    </message>
    <message>
        <source>silent for %1</source>
        <translation>still seit %1</translation>
    </message>
    <message numerus="yes">
        <source>pushed %n time(s)</source>
        <translation>
            <numerusform>%n-mal verschoben</numerusform>
            <numerusform>%n-mal verschoben</numerusform>
        </translation>
    </message>
    <message>
        <source>keep it</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>push its close date</source>
        <translation>Abschlussdatum verschieben</translation>
    </message>
    <message>
        <source>close it as lost</source>
        <translation>als verloren schließen</translation>
    </message>
    <message>
        <source>No finance or security engaged</source>
        <translation>Wichtige Rollen fehlen</translation>
    </message>
    <message>
        <source>Single-threaded</source>
        <translation>Nur ein Kontakt</translation>
    </message>
    <message>
        <source>Nobody has answered yet</source>
        <translation>Niemand antwortete</translation>
    </message>
    <message>
        <source>an answer</source>
        <translation>einer Antwort</translation>
    </message>
    <message>
        <source>a close date ahead</source>
        <translation>künftigem Abschlussdatum</translation>
    </message>
    <message>
        <source>a close date that holds</source>
        <translation>haltbarem Abschlussdatum</translation>
    </message>
    <message>
        <source>its full amount</source>
        <translation>vollem Betrag</translation>
    </message>
    <message>
        <source>no competitor</source>
        <translation>keinem Wettbewerber</translation>
    </message>
    <message>
        <source>no such request</source>
        <translation>keiner solchen Bitte</translation>
    </message>
    <message>
        <source>a next step</source>
        <translation>nächstem Schritt</translation>
    </message>
    <message>
        <source>no next step</source>
        <translation>ohne nächsten Schritt</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leader(s)</source>
        <translation>
            <numerusform>%n Führungskraft</numerusform>
            <numerusform>%n Führungskräften</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these role(s)</source>
        <translation>
            <numerusform>%n dieser Rollen</numerusform>
            <numerusform>%n dieser Rollen</numerusform>
        </translation>
    </message>
    <message>
        <source>No lower with %1, the median of %2.</source>
        <extracomment>%1 is what is usual, %2 is &quot;38 won deals in this stage&quot;.</extracomment>
        <translation>Nicht geringer mit %1, Median: %2.</translation>
    </message>
    <message>
        <source>%1 instead of %2 with %3, the median of %4.</source>
        <extracomment>%1 and %2 are risks from 0 to 100, %3 is what is usual, %4 is &quot;38 won deals in this stage&quot;.</extracomment>
        <translation>%1 statt %2 mit %3, Median: %4.</translation>
    </message>
    <message>
        <source>Last two-way touch: %1</source>
        <translation>Letzter Kontakt: %1</translation>
    </message>
    <message>
        <source>Not answered: %1</source>
        <translation>Ohne Antwort: %1</translation>
    </message>
    <message>
        <source>Close date set: %1</source>
        <translation>Abschlussdatum gesetzt: %1</translation>
    </message>
    <message>
        <source>Entered the stage: %1</source>
        <translation>In die Phase gekommen: %1</translation>
    </message>
    <message>
        <source>Close date moved: %1</source>
        <translation>Abschlussdatum verschoben: %1</translation>
    </message>
    <message>
        <source>Amount changed: %1</source>
        <translation>Betrag geändert: %1</translation>
    </message>
    <message>
        <source>%1, to %2</source>
        <extracomment>When a close date was moved, and to which.</extracomment>
        <translation>%1, auf %2</translation>
    </message>
    <message>
        <source>Answered or met us: %1</source>
        <translation>Antworteten oder trafen uns: %1</translation>
    </message>
    <message>
        <source>Director or above: %1</source>
        <translation>Ab Direktion: %1</translation>
    </message>
    <message numerus="yes">
        <source>Single-threaded: %n answered</source>
        <translation>
            <numerusform>Nur %n antwortete</numerusform>
            <numerusform>Nur %n antworteten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>silent %1</source>
        <translation>still %1</translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>What to do with a deal that is open on paper only, as the head of a line.</extracomment>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Lose</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>A pipeline problem: %1 are older than 95 of 100 stays in their stage</source>
        <extracomment>%1 is &quot;74 of 88 open deals&quot;.</extracomment>
        <translation>Problem der Pipeline: %1 sind länger in ihrer Phase als 95 von 100</translation>
    </message>
    <message>
        <source>A pipeline problem: %1 have the warning “%2”</source>
        <translation>Problem der Pipeline: %1 haben die Warnung „%2“</translation>
    </message>
</context>
<context>
    <name>SignalBars</name>
    <message>
        <source>No reason given</source>
        <translation>Kein Grund genannt</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Waiting for a person</source>
        <translation>Wartet auf jemanden</translation>
    </message>
    <message>
        <source>Suppressed by a rule</source>
        <translation>Von Regel unterdrückt</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Kontrollgruppe</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>of them %1</source>
        <translation>davon %1</translation>
    </message>
    <message>
        <source>%1 of those judged</source>
        <translation>%1 der beurteilten</translation>
    </message>
</context>
<context>
    <name>SignalItems</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n account(s)</source>
        <translation>
            <numerusform>bei %n Firma</numerusform>
            <numerusform>bei %n Firmen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 judged were accepted, 95 % interval %3</source>
        <translation>%1 von %2 beurteilten angenommen, 95-%-Intervall %3</translation>
    </message>
    <message>
        <source>accepted %1, dismissed %2, held out %3</source>
        <translation>angenommen %1, verworfen %2, Kontrollgruppe %3</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n detector(s)</source>
        <translation>
            <numerusform>%1: %n Detektor</numerusform>
            <numerusform>%1: %n Detektoren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignalText</name>
    <message>
        <source>Asked for a demo %1.</source>
        <translation>Hat %1 eine Vorführung angefragt.</translation>
    </message>
    <message>
        <source>Asked for a demo %1: %2</source>
        <translation>Hat %1 eine Vorführung angefragt: %2</translation>
    </message>
    <message>
        <source>Sent the contact form %1.</source>
        <translation>Hat %1 das Kontaktformular gesendet.</translation>
    </message>
    <message>
        <source>Sent the contact form %1: %2</source>
        <translation>Hat %1 das Kontaktformular gesendet: %2</translation>
    </message>
    <message numerus="yes">
        <source>Compared us with a competitor: %n visit(s), the last %1.</source>
        <translation>
            <numerusform>Hat uns mit einem Mitbewerber verglichen: %n Besuch, %1.</numerusform>
            <numerusform>Hat uns mit einem Mitbewerber verglichen: %n Besuche, zuletzt %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Started a trial %1.</source>
        <translation>Hat %1 einen Test begonnen.</translation>
    </message>
    <message numerus="yes">
        <source>Read %n page(s) of the documentation in %1, the last %2.</source>
        <translation>
            <numerusform>Hat %n Seite der Dokumentation in %1 gelesen, %2.</numerusform>
            <numerusform>Hat %n Seiten der Dokumentation in %1 gelesen, zuletzt %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stayed %1 and read %2 % of the page, %3.</source>
        <translation>Blieb %1 und las %2 % der Seite, %3.</translation>
    </message>
    <message>
        <source>Opened the deal room %1, after %2 of quiet.</source>
        <translation>Hat %1 den Dealroom geöffnet, nach %2 Ruhe.</translation>
    </message>
    <message>
        <source>%1 vs %2 expected in %3, from %4; the last %5.</source>
        <translation>%1 statt %2 erwarteter in %3, von %4; zuletzt %5.</translation>
    </message>
    <message numerus="yes">
        <source>%n buying event(s)</source>
        <translation>
            <numerusform>%n Kaufereignis</numerusform>
            <numerusform>%n Kaufereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Third-party intent in “%1”: %2 of 100, %3.</source>
        <translation>Kaufabsicht laut Dritten bei „%1“: %2 von 100, %3.</translation>
    </message>
    <message numerus="yes">
        <source>Lost %1, and back: %n visit(s), the last %2.</source>
        <translation>
            <numerusform>Verloren am %1, wieder da: %n Besuch, %2.</numerusform>
            <numerusform>Verloren am %1, wieder da: %n Besuche, zuletzt %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Out-of-office answer %1.</source>
        <translation>Abwesenheitsantwort %1.</translation>
    </message>
    <message>
        <source>Out-of-office answer %1: “%2”</source>
        <translation>Abwesenheitsantwort %1: „%2“</translation>
    </message>
    <message>
        <source>Booked a meeting %1.</source>
        <translation>Hat %1 einen Termin vereinbart.</translation>
    </message>
    <message>
        <source>Booked a meeting %1: %2</source>
        <translation>Hat %1 einen Termin vereinbart: %2</translation>
    </message>
    <message>
        <source>Missed the meeting %1.</source>
        <translation>Hat %1 den Termin versäumt.</translation>
    </message>
    <message>
        <source>%1 has not answered for %2; the limit is %3.</source>
        <translation>%1 hat seit %2 nicht geantwortet; die Grenze ist %3.</translation>
    </message>
    <message>
        <source>Mail to %1 bounced %2: has the champion left?</source>
        <translation>Die E-Mail an %1 kam %2 zurück: Ist der Fürsprecher gegangen?</translation>
    </message>
    <message>
        <source>%1 is now %2 (was %3), since %4.</source>
        <translation>%1 ist jetzt %2 (vorher %3), seit %4.</translation>
    </message>
    <message>
        <source>%1 joined the deal %2.</source>
        <translation>%1 kam %2 zum Deal hinzu.</translation>
    </message>
    <message>
        <source>%1, %2, joined the deal %3.</source>
        <translation>%1, %2, kam %3 zum Deal hinzu.</translation>
    </message>
    <message>
        <source>Unsubscribed %1: no more mail.</source>
        <translation>Hat sich %1 abgemeldet: keine E-Mails mehr.</translation>
    </message>
    <message>
        <source>Moved from %1 to %2 %3.</source>
        <translation>Wechselte %3 von %1 zu %2.</translation>
    </message>
    <message>
        <source>Amount changed from %1 to %2 %3.</source>
        <translation>Betrag %3 von %1 auf %2 geändert.</translation>
    </message>
    <message numerus="yes">
        <source>Close date moved from %1 to %2 %3; moved back %n time(s).</source>
        <translation>
            <numerusform>Abschlussdatum %3 vom %1 auf den %2 verschoben; %n-mal nach hinten.</numerusform>
            <numerusform>Abschlussdatum %3 vom %1 auf den %2 verschoben; %n-mal nach hinten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close date brought forward from %1 to %2 %3.</source>
        <translation>Abschlussdatum %3 vom %1 auf den %2 vorgezogen.</translation>
    </message>
    <message>
        <source>Usage down %1 % on the usual %2 a week, %3.</source>
        <translation>Nutzung %1 % unter den üblichen %2 je Woche, %3.</translation>
    </message>
    <message>
        <source>Usage at %1 % of the usual %2 a week, %3.</source>
        <translation>Nutzung bei %1 % der üblichen %2 je Woche, %3.</translation>
    </message>
    <message>
        <source>Uses %1 % of what the plan allows, %2.</source>
        <translation>Nutzt %1 % dessen, was der Tarif erlaubt, %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n support ticket(s) in %1, the last %2.</source>
        <translation>
            <numerusform>%n Supportfall in %1, %2.</numerusform>
            <numerusform>%n Supportfälle in %1, zuletzt %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed payment(s), the last %1.</source>
        <translation>
            <numerusform>%n gescheiterte Zahlung, %1.</numerusform>
            <numerusform>%n gescheiterte Zahlungen, zuletzt %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The term ends on %1.</source>
        <translation>Die Laufzeit endet am %1.</translation>
    </message>
    <message>
        <source>The term of %1 ends on %2.</source>
        <translation>Die Laufzeit von %1 endet am %2.</translation>
    </message>
    <message>
        <source>The source says that this was a machine.</source>
        <translation>Laut Quelle war das eine Maschine.</translation>
    </message>
    <message>
        <source>%1 after the mail left: faster than a person.</source>
        <translation>%1 nach dem Versand: schneller als ein Mensch.</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) within %1: a scanner follows all of them.</source>
        <translation>
            <numerusform>%n Link innerhalb von %1: Ein Scanner folgt allen.</numerusform>
            <numerusform>%n Links innerhalb von %1: Ein Scanner folgt allen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The visitor’s program names itself as a machine.</source>
        <translation>Das Programm des Besuchers nennt sich selbst eine Maschine.</translation>
    </message>
    <message>
        <source>The visit came from a data centre.</source>
        <translation>Der Besuch kam aus einem Rechenzentrum.</translation>
    </message>
    <message>
        <source>The meeting ended %1.</source>
        <translation>Der Termin endete %1.</translation>
    </message>
    <message>
        <source>The meeting ended %1: %2</source>
        <translation>Der Termin endete %1: %2</translation>
    </message>
</context>
<context>
    <name>SyncBanners</name>
    <message>
        <source>Open Sync</source>
        <translation>Zum Abgleich</translation>
    </message>
    <message>
        <source>last synced %1</source>
        <translation>zuletzt abgeglichen %1</translation>
    </message>
    <message>
        <source>never synced</source>
        <translation>nie abgeglichen</translation>
    </message>
    <message>
        <source>%1 no longer lets us in, %2. Sign in again; what waits is kept.</source>
        <translation>%1 lässt uns nicht mehr ein, %2. Melden Sie sich neu an; was wartet, bleibt.</translation>
    </message>
    <message>
        <source>The sign-in to %1 is of another organisation, %2. Nothing was mixed.</source>
        <translation>Die Anmeldung bei %1 gehört zu einer anderen Organisation, %2. Nichts wurde vermischt.</translation>
    </message>
    <message>
        <source>%1 asks for a pause, %2.</source>
        <translation>%1 bittet um eine Pause, %2.</translation>
    </message>
    <message>
        <source>%1 does not answer, %2</source>
        <translation>%1 antwortet nicht, %2</translation>
    </message>
    <message>
        <source>%1 is signed in and counted; the first sync waits for you.</source>
        <translation>%1 ist angemeldet und gezählt; der erste Abgleich wartet auf Sie.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>This computer offers no keychain: the sign-in to %1 ends with the program.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund: die Anmeldung bei %1 endet mit dem Programm.</translation>
    </message>
    <message numerus="yes">
        <source>%1 reports %Ln deletion(s) at once; nothing was deleted here yet.</source>
        <translation>
            <numerusform>%1 meldet %Ln Löschung auf einmal; hier wurde noch nichts gelöscht.</numerusform>
            <numerusform>%1 meldet %Ln Löschungen auf einmal; hier wurde noch nichts gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Events of your own site are not taken in: %1 Everything else works.</source>
        <translation>Ereignisse der eigenen Website werden nicht aufgenommen: %1 Alles andere funktioniert.</translation>
    </message>
</context>
<context>
    <name>SyncDialogs</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Disconnect %1?</source>
        <translation>%1 trennen?</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>The sign-in is forgotten, and nothing is read from %1 or written to it any more. All records stay here.</source>
        <translation>Die Anmeldung wird vergessen, und aus %1 wird nichts mehr gelesen und nichts mehr dorthin geschrieben. Alle Datensätze bleiben hier.</translation>
    </message>
    <message>
        <source>A key that was pasted stays valid in HubSpot until it is deleted there.</source>
        <translation>Ein eingefügter Schlüssel gilt in HubSpot, bis er dort gelöscht wird.</translation>
    </message>
    <message>
        <source>Budget of calls a day</source>
        <translation>Aufrufe je Tag</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>How many calls to %1 may Topline make in a day? What does not fit waits until the next day.</source>
        <translation>Wie viele Aufrufe bei %1 darf Topline an einem Tag machen? Was nicht hineinpasst, wartet bis zum nächsten Tag.</translation>
    </message>
    <message>
        <source>no limit of our own</source>
        <translation>keine eigene Grenze</translation>
    </message>
    <message>
        <source>Calls a day</source>
        <translation>Aufrufe am Tag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) today so far. 0 sets no limit of our own.</source>
        <translation>
            <numerusform>%Ln Aufruf heute bisher. 0 setzt keine eigene Grenze.</numerusform>
            <numerusform>%Ln Aufrufe heute bisher. 0 setzt keine eigene Grenze.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>SyncField</name>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Close date</source>
        <translation>Abschlussdatum</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Mitarbeiter</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Annual revenue</source>
        <translation>Jahresumsatz</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
</context>
<context>
    <name>SyncFinding</name>
    <message>
        <source>It is here</source>
        <translation>Er ist da</translation>
    </message>
    <message>
        <source>Deleted in the CRM</source>
        <translation>Im CRM gelöscht</translation>
    </message>
    <message>
        <source>Merged into another record</source>
        <translation>In einen anderen Datensatz überführt</translation>
    </message>
    <message>
        <source>This sign-in may not see it</source>
        <translation>Diese Anmeldung darf ihn nicht sehen</translation>
    </message>
    <message>
        <source>Its deletion waits for your answer</source>
        <translation>Seine Löschung wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>Nie gesehen</translation>
    </message>
</context>
<context>
    <name>SyncMeter</name>
    <message>
        <source>%1 of %2 records</source>
        <translation>%1 von %2 Datensätzen</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 Datensätze</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
</context>
<context>
    <name>SyncObject</name>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Geschäfte</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>E-Mails</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Zuständige</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>Pipelines</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Stage history</source>
        <translation>Phasenverlauf</translation>
    </message>
    <message>
        <source>Field history</source>
        <translation>Feldverlauf</translation>
    </message>
    <message>
        <source>Amount history</source>
        <translation>Betragsverlauf</translation>
    </message>
    <message>
        <source>Contact roles</source>
        <translation>Kontaktrollen</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verknüpfungen</translation>
    </message>
    <message>
        <source>Quotas</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>Two things that come: 4,212 contacts and 318 deals</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>lower</source>
        <comment>Names within a sentence: lower, or keep for capitals as they are</comment>
        <translation>keep</translation>
    </message>
    <message>
        <source>Stage changes</source>
        <translation>Phasenwechsel</translation>
    </message>
    <message>
        <source>Deal contacts</source>
        <translation>Kontakte der Deals</translation>
    </message>
    <message>
        <source>Held meetings</source>
        <translation>Gehaltene Termine</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>SyncPending</name>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>about to be sent</source>
        <translation>geht gleich hinaus</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>ungewiss</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
</context>
<context>
    <name>SyncRows</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2, complete through %3, %4 pulled, %5 there, %6 here</source>
        <translation>%1: %2, vollständig bis %3, %4 geholt, %5 dort, %6 hier</translation>
    </message>
    <message>
        <source>%1 of %2, %3. Ours: %4. %5: %6. %7</source>
        <translation>%1 von %2, %3. Unser Wert: %4. %5: %6. %7</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>again %1</source>
        <translation>wieder %1</translation>
    </message>
    <message>
        <source>%1, %2, to %3: %4</source>
        <translation>%1, %2, an %3: %4</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1, %2 %3%4, status %5, %6, %7</source>
        <translation>%1, %2 %3%4, Status %5, %6, %7</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) short</source>
        <translation>
            <numerusform>%Ln Datensatz fehlt</numerusform>
            <numerusform>%Ln Datensätze fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>leaves within a minute</source>
        <translation>geht in weniger als einer Minute hinaus</translation>
    </message>
    <message>
        <source>leaves %1</source>
        <translation>geht %1 hinaus</translation>
    </message>
    <message>
        <source>again within a minute</source>
        <translation>wieder in weniger als einer Minute</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung läuft</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Another organisation</source>
        <translation>Andere Organisation</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Ready for the first sync</source>
        <translation>Bereit zum ersten Abgleich</translation>
    </message>
    <message>
        <source>Fresh</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>First sync</source>
        <translation>Erster Abgleich</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>Nicht verfügbar</translation>
    </message>
    <message>
        <source>Fields gone</source>
        <translation>Felder fehlen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Ours kept</source>
        <translation>Unser Wert</translation>
    </message>
    <message>
        <source>Theirs taken</source>
        <translation>Fremder Wert</translation>
    </message>
    <message>
        <source>Decided by rule</source>
        <translation>Nach Regel</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <translation>Abgleich %1</translation>
    </message>
    <message>
        <source>Never synced</source>
        <translation>Nie abgeglichen</translation>
    </message>
    <message>
        <source>%1 of %2 calls today</source>
        <translation>%1 von %2 Aufrufen heute</translation>
    </message>
    <message>
        <source>%1 calls today</source>
        <translation>%1 Aufrufe heute</translation>
    </message>
    <message>
        <source>%1 counts %2 for the whole account</source>
        <translation>%1 zählt %2 für das ganze Konto</translation>
    </message>
    <message>
        <source>%1 counts %2 of %3 for the whole account</source>
        <translation>%1 zählt %2 von %3 für das ganze Konto</translation>
    </message>
    <message>
        <source>%1 asks for a pause; it goes on at %2.</source>
        <translation>%1 bittet um eine Pause; um %2 geht es weiter.</translation>
    </message>
    <message>
        <source>%1 has reached a limit (%2); it goes on at %3.</source>
        <translation>%1 hat eine Grenze erreicht (%2); um %3 geht es weiter.</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Gleicht ab</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>ThresholdText</name>
    <message>
        <source>Views closer than this are one visit</source>
        <translation>Näher beieinander ist ein Besuch</translation>
    </message>
    <message>
        <source>Visits to the prices within</source>
        <translation>Besuche der Preise innerhalb von</translation>
    </message>
    <message>
        <source>Visits, at least</source>
        <translation>Besuche, mindestens</translation>
    </message>
    <message>
        <source>Visits belong together within</source>
        <translation>Besuche gehören zusammen innerhalb von</translation>
    </message>
    <message>
        <source>Pages in a visit, at least</source>
        <translation>Seiten je Besuch, mindestens</translation>
    </message>
    <message>
        <source>Or time spent reading, at least</source>
        <translation>Oder Lesezeit, mindestens</translation>
    </message>
    <message>
        <source>Length of the visit, at least</source>
        <translation>Dauer des Besuchs, mindestens</translation>
    </message>
    <message>
        <source>Share of the page read, at least</source>
        <translation>Gelesener Teil der Seite, mindestens</translation>
    </message>
    <message>
        <source>The provider’s score, at least</source>
        <translation>Wert des Anbieters, mindestens</translation>
    </message>
    <message>
        <source>Openings, at least</source>
        <translation>Öffnungen, mindestens</translation>
    </message>
    <message>
        <source>What happens belongs together within</source>
        <translation>Was geschieht, gehört zusammen innerhalb von</translation>
    </message>
    <message>
        <source>Quiet before the visit, at least</source>
        <translation>Ruhe vor dem Besuch, mindestens</translation>
    </message>
    <message>
        <source>Events within</source>
        <translation>Ereignisse innerhalb von</translation>
    </message>
    <message>
        <source>Events, at least</source>
        <translation>Ereignisse, mindestens</translation>
    </message>
    <message>
        <source>One surge lasts, at most</source>
        <translation>Eine Häufung dauert höchstens</translation>
    </message>
    <message>
        <source>The account’s own past: the last</source>
        <translation>Eigene Vergangenheit der Firma: die letzten</translation>
    </message>
    <message>
        <source>Weight of what is usual before any past</source>
        <translation>Gewicht des Üblichen ohne Vergangenheit</translation>
    </message>
    <message>
        <source>Chance of so many events, below</source>
        <translation>Wahrscheinlichkeit so vieler Ereignisse, unter</translation>
    </message>
    <message>
        <source>People, at least</source>
        <translation>Personen, mindestens</translation>
    </message>
    <message>
        <source>Time in one stage</source>
        <translation>Zeit in einer Phase</translation>
    </message>
    <message>
        <source>Time without a two-way touch</source>
        <translation>Zeit ohne beidseitigen Kontakt</translation>
    </message>
    <message>
        <source>Change of the amount, at least</source>
        <translation>Änderung des Betrags, mindestens</translation>
    </message>
    <message>
        <source>Move of the date, at least</source>
        <translation>Verschiebung des Datums, mindestens</translation>
    </message>
    <message>
        <source>Time since the loss, at least</source>
        <translation>Zeit seit dem Verlust, mindestens</translation>
    </message>
    <message>
        <source>Time without an answer</source>
        <translation>Zeit ohne Antwort</translation>
    </message>
    <message>
        <source>Age of the deal, at least</source>
        <translation>Alter des Geschäfts, mindestens</translation>
    </message>
    <message>
        <source>Less than usual by, at least</source>
        <translation>Weniger als üblich um, mindestens</translation>
    </message>
    <message>
        <source>Share of the usual week, at least</source>
        <translation>Anteil der üblichen Woche, mindestens</translation>
    </message>
    <message>
        <source>Events in a usual week, at least</source>
        <translation>Ereignisse einer üblichen Woche, mindestens</translation>
    </message>
    <message>
        <source>Share of the plan’s limit, at least</source>
        <translation>Anteil an der Grenze des Tarifs, mindestens</translation>
    </message>
    <message>
        <source>Tickets within</source>
        <translation>Tickets innerhalb von</translation>
    </message>
    <message>
        <source>Tickets, at least</source>
        <translation>Tickets, mindestens</translation>
    </message>
    <message>
        <source>Time before the end of the term</source>
        <translation>Zeit vor dem Ende der Laufzeit</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>d</source>
        <extracomment>Abbreviations of days, hours, minutes and seconds after a number.</extracomment>
        <translation>T</translation>
    </message>
    <message>
        <source>h</source>
        <translation>Std</translation>
    </message>
    <message>
        <source>min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>s</source>
        <translation>Sek</translation>
    </message>
    <message>
        <source>of 100</source>
        <translation>von 100</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>WhyAudit</name>
    <message>
        <source>Approved by you</source>
        <translation>Freigegeben von Ihnen</translation>
    </message>
    <message>
        <source>Approved by the play’s own mode</source>
        <translation>Freigegeben durch den Modus des Plays</translation>
    </message>
    <message>
        <source>Approved by %1</source>
        <translation>Freigegeben von %1</translation>
    </message>
    <message>
        <source>back in the queue</source>
        <translation>wieder in der Warteschlange</translation>
    </message>
    <message>
        <source>intent stored</source>
        <translation>Absicht gespeichert</translation>
    </message>
    <message>
        <source>about to leave</source>
        <translation>im Begriff hinauszugehen</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>angekommen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>no word of it</source>
        <translation>keine Nachricht davon</translation>
    </message>
    <message>
        <source>called back</source>
        <translation>zurückgerufen</translation>
    </message>
</context>
<context>
    <name>WinText</name>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Company size</source>
        <translation>Firmengröße</translation>
    </message>
    <message>
        <source>Time in the stage</source>
        <translation>Zeit in der Phase</translation>
    </message>
    <message>
        <source>Age of the deal</source>
        <translation>Alter des Geschäfts</translation>
    </message>
    <message>
        <source>Moves between stages</source>
        <translation>Phasenwechsel</translation>
    </message>
    <message>
        <source>Moves back</source>
        <translation>Schritte zurück</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Amount against the first</source>
        <translation>Betrag gegen den ersten</translation>
    </message>
    <message>
        <source>Since the last two-way touch</source>
        <translation>Seit dem letzten Kontakt</translation>
    </message>
    <message>
        <source>People engaged in 90 d</source>
        <translation>Aktive Personen in 90 T</translation>
    </message>
    <message>
        <source>Meetings in 90 d</source>
        <translation>Treffen in 90 T</translation>
    </message>
    <message>
        <source>Buyer events in 90 d</source>
        <translation>Käuferereignisse in 90 T</translation>
    </message>
    <message>
        <source>Proposal views in 90 d</source>
        <translation>Angebotsaufrufe in 90 T</translation>
    </message>
    <message>
        <source>Our messages unanswered</source>
        <translation>Unbeantwortete Nachrichten</translation>
    </message>
    <message>
        <source>Correction from past errors</source>
        <translation>Korrektur aus früheren Fehlern</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <extracomment>%1 is what a win model asks about, e.g. &quot;Industry&quot;.</extracomment>
        <translation>%1: nicht bekannt</translation>
    </message>
    <message>
        <source>No usable signal yet, showing the base rate: %1, %2.</source>
        <extracomment>%1 is a probability, %2 is &quot;1,204 deals&quot;.</extracomment>
        <translation>Noch kein brauchbares Signal, gezeigt wird die Grundrate: %1, %2.</translation>
    </message>
    <message>
        <source>Too few outcomes to test a model on, showing the base rate: %1, %2.</source>
        <translation>Zu wenige Ergebnisse, um ein Modell zu prüfen, gezeigt wird die Grundrate: %1, %2.</translation>
    </message>
    <message>
        <source>Too few outcomes for a model: counted rates of like deals, pulled towards all.</source>
        <translation>Zu wenige Ergebnisse für ein Modell: gezählte Raten ähnlicher Geschäfte, zum Ganzen hin gezogen.</translation>
    </message>
    <message>
        <source>tier %1, %2; learned from %3 won and %4 lost deals</source>
        <extracomment>%1 to 2 is how much data there is; %2 the kind of model; %3 and %4 are deals.</extracomment>
        <translation>Stufe %1, %2; gelernt aus %3 gewonnenen und %4 verlorenen Geschäften</translation>
    </message>
    <message>
        <source>base rate</source>
        <translation>Grundrate</translation>
    </message>
    <message>
        <source>rates by stage</source>
        <translation>Raten je Phase</translation>
    </message>
    <message>
        <source>ridge regression</source>
        <translation>Ridge-Regression</translation>
    </message>
    <message>
        <source>regression on bins</source>
        <translation>Regression auf Klassen</translation>
    </message>
    <message>
        <source>boosted stumps</source>
        <translation>Boosting auf Stümpfen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln deal(s)</source>
        <translation>
            <numerusform>%Ln Geschäft</numerusform>
            <numerusform>%Ln Geschäfte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowOptions</name>
    <message>
        <source>Desktop sales cockpit</source>
        <translation>Vertriebscockpit für den Arbeitsplatz</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message>
        <source>Open this workspace file.</source>
        <translation>Diese Arbeitsdatei öffnen.</translation>
    </message>
    <message>
        <source>Open the demo company, made if need be.</source>
        <translation>Die Beispielfirma öffnen, wenn nötig anlegen.</translation>
    </message>
    <message>
        <source>Let the clock stand at this time (ISO 8601, UTC).</source>
        <translation>Die Uhr auf diese Zeit stellen (ISO 8601, UTC).</translation>
    </message>
    <message>
        <source>Colours: system, light or dark.</source>
        <translation>Farben: system, light oder dark.</translation>
    </message>
    <message>
        <source>Begin with this page, e.g. pipeline.</source>
        <translation>Mit dieser Seite beginnen, z. B. pipeline.</translation>
    </message>
    <message>
        <source>Draw every page of the demo company into this folder and end.</source>
        <translation>Jede Seite der Beispielfirma in diesen Ordner zeichnen und enden.</translation>
    </message>
    <message>
        <source>Say when the first frame and the first cards show, and end.</source>
        <translation>Sagen, wann das erste Bild und die ersten Karten stehen, und enden.</translation>
    </message>
</context>
<context>
    <name>topline::app::WindowProgram</name>
    <message>
        <source>Topline</source>
        <translation>Topline</translation>
    </message>
    <message>
        <source>Founding the demo company…</source>
        <translation>Die Beispielfirma wird gegründet …</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Dateien importieren …</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>Arbeitsdatei öffnen …</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Arbeitsdatei öffnen</translation>
    </message>
    <message>
        <source>Workspaces (*.topline);;All files (*)</source>
        <translation>Arbeitsdateien (*.topline);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Start page…</source>
        <translation>Startseite …</translation>
    </message>
    <message>
        <source>Connect a CRM, mailbox or calendar…</source>
        <translation>CRM, Postfach oder Kalender verbinden …</translation>
    </message>
</context>
<context>
    <name>topline::charts::ChartTableModel</name>
    <message>
        <source>Low</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Oben</translation>
    </message>
</context>
<context>
    <name>topline::charts::QtChartView</name>
    <message>
        <source>Chart; its menu shows a table.</source>
        <translation>Diagramm; sein Menü zeigt eine Tabelle.</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy data as CSV</source>
        <translation>Daten als CSV kopieren</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountCommittee</name>
    <message>
        <source>Committee</source>
        <translation>Gremium</translation>
    </message>
    <message>
        <source>Show the %1 most engaged</source>
        <translation>Die %1 aktivsten zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>%n weitere Person zeigen</numerusform>
            <numerusform>%n weitere Personen zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Übrige</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Take back what was set here</source>
        <translation>Hier Gesetztes zurücknehmen</translation>
    </message>
    <message>
        <source>Find somebody for the role: %1</source>
        <translation>Jemanden finden für die Rolle: %1</translation>
    </message>
    <message>
        <source>Ask for an introduction to the role: %1</source>
        <translation>Um Vorstellung bitten für die Rolle: %1</translation>
    </message>
    <message>
        <source>Task: %1</source>
        <translation>Aufgabe: %1</translation>
    </message>
    <message>
        <source>bar: engagement, half-life 30 d · “?”: suggested by the title</source>
        <translation>Balken: Interesse, Halbwertszeit 30 T · „?“: nach dem Titel vermutet</translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountDelegate</name>
    <message>
        <source>Account</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passung</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Interesse</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Geschäfte</translation>
    </message>
    <message>
        <source>Open amount</source>
        <translation>Offener Betrag</translation>
    </message>
    <message>
        <source>Signals, 30 d</source>
        <translation>Signale, 30 T</translation>
    </message>
    <message>
        <source>Two-way touch</source>
        <translation>Austausch</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>niemand zuständig</translation>
    </message>
    <message>
        <source>no one sum</source>
        <translation>keine Summe</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln Person</numerusform>
            <numerusform>%Ln Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountElements</name>
    <message>
        <source>evidence on record</source>
        <translation>Beleg vorhanden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an event and its day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>by a rule</source>
        <translation>durch eine Regel</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>Qualifizierung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What was said, and by whom</source>
        <translation>Was gesagt wurde, und von wem</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>State of: %1</source>
        <translation>Stand von: %1</translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountHead</name>
    <message>
        <source>Accounts</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Back to all accounts</source>
        <translation>Zurück zu allen Firmen</translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountList</name>
    <message>
        <source>Accounts</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Columns of the accounts</source>
        <translation>Spalten der Firmen</translation>
    </message>
    <message>
        <source>Name, domain, industry or owner</source>
        <translation>Name, Domain, Branche, Zuständige</translation>
    </message>
    <message>
        <source>Show accounts with these words</source>
        <translation>Firmen mit diesen Wörtern zeigen</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>Heiß</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>Warm</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>Kalt</translation>
    </message>
    <message>
        <source>All stages</source>
        <translation>Alle Stände</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Reading the accounts…</source>
        <translation>Die Firmen werden gelesen …</translation>
    </message>
    <message>
        <source>No accounts yet. They come with the first import of CSV files or the first sync with a CRM.</source>
        <translation>Noch keine Firmen. Sie kommen mit dem ersten Import von CSV-Dateien oder dem ersten Abgleich mit einem CRM.</translation>
    </message>
    <message>
        <source>No account is like that. Esc shows all again.</source>
        <translation>Keine Firma ist so. Esc zeigt wieder alle.</translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountModel</name>
    <message>
        <source>score %1, %2</source>
        <translation>%1 Punkte, %2</translation>
    </message>
    <message>
        <source>fit %1, engagement %2</source>
        <translation>Passung %1, Interesse %2</translation>
    </message>
    <message>
        <source>no open deal</source>
        <translation>kein offenes Geschäft</translation>
    </message>
    <message numerus="yes">
        <source>%n open deal(s)</source>
        <translation>
            <numerusform>%n offenes Geschäft</numerusform>
            <numerusform>%n offene Geschäfte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signal(s) in 30 d</source>
        <translation>
            <numerusform>%n Signal in 30 T</numerusform>
            <numerusform>%n Signale in 30 T</numerusform>
        </translation>
    </message>
    <message>
        <source>last two-way touch %1</source>
        <translation>letzter Austausch %1</translation>
    </message>
    <message>
        <source>no two-way touch known</source>
        <translation>kein Austausch bekannt</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>niemand zuständig</translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountPage</name>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>Firma öffnen</translation>
    </message>
    <message>
        <source>Filter the accounts by typing</source>
        <translation>Firmen durch Tippen filtern</translation>
    </message>
    <message>
        <source>Ideal customer profiles</source>
        <translation>Profile idealer Kunden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Accept the lead</source>
        <translation>Lead annehmen</translation>
    </message>
    <message>
        <source>Make a task for the account</source>
        <translation>Aufgabe für die Firma anlegen</translation>
    </message>
    <message>
        <source>Change a role in the committee</source>
        <translation>Rolle im Gremium ändern</translation>
    </message>
    <message>
        <source>Note or validate an element</source>
        <translation>Element notieren oder bestätigen</translation>
    </message>
    <message>
        <source>It was a person, no machine</source>
        <translation>Es war ein Mensch, keine Maschine</translation>
    </message>
    <message>
        <source>Next group of the timeline</source>
        <translation>Nächste Gruppe des Verlaufs</translation>
    </message>
    <message>
        <source>Next deal of the account</source>
        <translation>Nächstes Geschäft der Firma</translation>
    </message>
    <message>
        <source>Open the next card in the feed</source>
        <translation>Nächste Karte in den Aufgaben öffnen</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Ideal customers</source>
        <translation>Ideale Kunden</translation>
    </message>
    <message>
        <source>The accounts could not be read; what is listed is older. %1</source>
        <translation>Die Firmen konnten nicht gelesen werden; die Liste ist älter. %1</translation>
    </message>
    <message>
        <source>%1 of %2 accounts</source>
        <translation>%1 von %2 Firmen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln Firma</numerusform>
            <numerusform>%Ln Firmen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · as of %2</source>
        <translation>%1 · Stand %2</translation>
    </message>
    <message>
        <source>Import CSV files</source>
        <translation>CSV-Dateien importieren</translation>
    </message>
    <message>
        <source>Connect a CRM</source>
        <translation>CRM verbinden</translation>
    </message>
    <message>
        <source>Read the mail</source>
        <translation>Die Mail lesen</translation>
    </message>
    <message>
        <source>Give what waits here to another rep</source>
        <translation>Was hier wartet, einem anderen geben</translation>
    </message>
    <message>
        <source>Mutual plan: Space ticks, Enter edits, Delete drops</source>
        <translation>Gemeinsamer Plan: Leertaste hakt ab, Eingabe ändert, Entf verwirft</translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountPane</name>
    <message>
        <source>It counts again: a person did that</source>
        <translation>Zählt wieder: das war ein Mensch</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Lead accepted</source>
        <translation>Lead angenommen</translation>
    </message>
    <message>
        <source>Role taken back</source>
        <translation>Rolle zurückgenommen</translation>
    </message>
    <message>
        <source>Role set: %1</source>
        <translation>Rolle gesetzt: %1</translation>
    </message>
    <message>
        <source>Not saved; what you typed is still here. %1</source>
        <translation>Nicht gespeichert; Ihre Eingabe ist noch da. %1</translation>
    </message>
    <message>
        <source>Follow up with %1</source>
        <translation>Nachfassen bei %1</translation>
    </message>
    <message>
        <source>Task made: %1</source>
        <translation>Aufgabe angelegt: %1</translation>
    </message>
    <message>
        <source>Accept lead</source>
        <translation>Lead annehmen</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Committee, score, deals and signals</source>
        <translation>Gremium, Punkte, Geschäfte und Signale</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>Gremium</translation>
    </message>
    <message>
        <source>Why this score</source>
        <translation>Warum diese Punkte</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>open cards of the feed</source>
        <translation>offene Aufgabenkarten</translation>
    </message>
    <message>
        <source>Open cards</source>
        <translation>Offene Karten</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stände</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Geschäfte</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>Qualifizierung</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Reading the account…</source>
        <translation>Die Firma wird gelesen …</translation>
    </message>
    <message>
        <source>The account could not be read. Esc goes back to the list.</source>
        <translation>Die Firma konnte nicht gelesen werden. Esc führt zurück zur Liste.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln Person</numerusform>
            <numerusform>%Ln Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>niemand zuständig</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>zuständig %1</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Waited for a rep until %1</source>
        <translation>Wartete auf den Vertrieb bis %1</translation>
    </message>
    <message>
        <source>Waits for a rep until %1</source>
        <translation>Wartet auf den Vertrieb bis %1</translation>
    </message>
    <message>
        <source>Nothing waits to be done here.</source>
        <translation>Hier wartet nichts.</translation>
    </message>
    <message>
        <source>No deal is known at this account.</source>
        <translation>Bei dieser Firma ist kein Geschäft bekannt.</translation>
    </message>
    <message>
        <source>the newest %1 of %2</source>
        <translation>die neuesten %1 von %2</translation>
    </message>
    <message>
        <source>%1 in 30 d</source>
        <translation>%1 in 30 T</translation>
    </message>
    <message>
        <source>No signal was found here yet.</source>
        <translation>Hier wurde noch kein Signal gefunden.</translation>
    </message>
    <message>
        <source>%1 of %2 roles that %3 needs</source>
        <translation>%1 von %2 Rollen für %3</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) active in 30 d</source>
        <translation>
            <numerusform>%n Person aktiv in 30 T</numerusform>
            <numerusform>%n Personen aktiv in 30 T</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is known at this account.</source>
        <translation>Bei dieser Firma ist niemand bekannt.</translation>
    </message>
    <message>
        <source>Committee of the deal %1</source>
        <translation>Gremium des Geschäfts %1</translation>
    </message>
    <message>
        <source>%1, %2 of %3 known</source>
        <translation>%1, %2 von %3 bekannt</translation>
    </message>
    <message>
        <source>qualified</source>
        <translation>qualifiziert</translation>
    </message>
    <message>
        <source>not qualified yet</source>
        <translation>noch nicht qualifiziert</translation>
    </message>
    <message>
        <source>the current one is shown above and below</source>
        <translation>das gewählte steht darüber und darunter</translation>
    </message>
    <message>
        <source>when each was first reached; never changed</source>
        <translation>wann jeder zuerst erreicht war; bleibt so</translation>
    </message>
    <message>
        <source>In the feed</source>
        <translation>Zu den Aufgaben</translation>
    </message>
    <message>
        <source>This account was not weighed yet.</source>
        <translation>Diese Firma wurde noch nicht gewogen.</translation>
    </message>
    <message>
        <source>Mutual plan</source>
        <translation>Gemeinsamer Plan</translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountScores</name>
    <message>
        <source>Fit %1, half of it counts</source>
        <translation>Passung %1, zählt halb</translation>
    </message>
    <message>
        <source>Engagement %1, half of it counts</source>
        <translation>Interesse %1, zählt halb</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Parts of the score</source>
        <translation>Teile der Punkte</translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountStages</name>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 first on %2</source>
        <translation>%1 zuerst am %2</translation>
    </message>
    <message>
        <source>%1 at no known time</source>
        <translation>%1 zu unbekannter Zeit</translation>
    </message>
    <message>
        <source>Stage: %1</source>
        <translation>Stand: %1</translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountTiles</name>
    <message>
        <source>Figures of the account</source>
        <translation>Zahlen der Firma</translation>
    </message>
    <message>
        <source>Open deals</source>
        <translation>Offene Geschäfte</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>nothing is open</source>
        <translation>nichts ist offen</translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%n Geschäft</numerusform>
            <numerusform>%n Geschäfte</numerusform>
        </translation>
    </message>
    <message>
        <source>in several currencies, or without amounts</source>
        <translation>mehrere Währungen oder ohne Beträge</translation>
    </message>
    <message>
        <source>without an amount</source>
        <translation>ohne Betrag</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passung</translation>
    </message>
    <message>
        <source>no profile</source>
        <translation>kein Profil</translation>
    </message>
    <message>
        <source>profile %1</source>
        <translation>Profil %1</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Interesse</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>gesehen %1</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>nie gesehen</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Win probability</source>
        <translation>Gewinnwahrsch.</translation>
    </message>
    <message>
        <source>%1 of %2 won</source>
        <translation>%1 von %2 gewonnen</translation>
    </message>
    <message>
        <source>too few closed deals</source>
        <translation>zu wenige Abschlüsse</translation>
    </message>
    <message>
        <source>no open deal</source>
        <translation>kein offenes Geschäft</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>not weighed yet</source>
        <translation>noch nicht gewogen</translation>
    </message>
    <message>
        <source>of 100; no warning</source>
        <translation>von 100; keine Warnung</translation>
    </message>
    <message>
        <source>mean of both</source>
        <translation>Mittel aus beiden</translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountTimeline</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Groups of the timeline</source>
        <translation>Gruppen des Verlaufs</translation>
    </message>
    <message>
        <source>It was a person</source>
        <translation>Es war ein Mensch</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Nothing is known to have happened here yet.</source>
        <translation>Noch ist nichts bekannt, was hier geschah.</translation>
    </message>
    <message>
        <source>Nothing of this kind among the newest %1.</source>
        <translation>Nichts dieser Art unter den neuesten %1.</translation>
    </message>
    <message>
        <source>The newest %1 of %2 are listed.</source>
        <translation>Die neuesten %1 von %2 sind aufgeführt.</translation>
    </message>
    <message>
        <source>Take that back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>count and since when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Read the mail</source>
        <translation>Die Mail lesen</translation>
    </message>
</context>
<context>
    <name>topline::pages::AddressBox</name>
    <message>
        <source>Advanced: another address</source>
        <translation>Erweitert: andere Adresse</translation>
    </message>
    <message>
        <source>Address of the API</source>
        <translation>Adresse der API</translation>
    </message>
    <message>
        <source>For a gateway or a test server: everything is sent there, the key or sign-in as well. It needs https, or plain http on this computer, such as http://127.0.0.1:8080.</source>
        <translation>Für ein Gateway oder einen Testserver: Alles geht dorthin, auch der Schlüssel oder die Anmeldung. Nötig ist https, auf diesem Rechner genügt http, etwa http://127.0.0.1:8080.</translation>
    </message>
</context>
<context>
    <name>topline::pages::AssetPane</name>
    <message>
        <source>Content</source>
        <translation>Inhalte</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Or a text</source>
        <translation>Oder ein Text</translation>
    </message>
    <message>
        <source>No longer suggested</source>
        <translation>Nicht mehr vorschlagen</translation>
    </message>
    <message>
        <source>Industries</source>
        <translation>Branchen</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Beschäftigte</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>%1 added, %2 changed, %3 the same.</source>
        <translation>%1 neu, %2 geändert, %3 unverändert.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation>Die Datei lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Words in the person’s title</source>
        <translation>Wörter in der Position der Person</translation>
    </message>
    <message>
        <source>Words that a buyer uses</source>
        <translation>Wörter, die Kunden gebrauchen</translation>
    </message>
    <message>
        <source>any; several with a semicolon</source>
        <translation>alle; mehrere mit Semikolon</translation>
    </message>
    <message>
        <source>New content</source>
        <translation>Neuer Inhalt</translation>
    </message>
    <message>
        <source>Change this content</source>
        <translation>Diesen Inhalt ändern</translation>
    </message>
    <message>
        <source>Import content</source>
        <translation>Inhalte importieren</translation>
    </message>
    <message>
        <source>Export the content</source>
        <translation>Inhalte exportieren</translation>
    </message>
</context>
<context>
    <name>topline::pages::CalendarForm</name>
    <message>
        <source>Mail address, or name to sign in with</source>
        <translation>E-Mail-Adresse oder Anmeldename</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Calendar server (CalDAV)</source>
        <translation>Kalenderserver (CalDAV)</translation>
    </message>
    <message>
        <source>Your name in invitations</source>
        <translation>Ihr Name in Einladungen</translation>
    </message>
    <message>
        <source>Your address in invitations, if it is another</source>
        <translation>Ihre Adresse in Einladungen, falls eine andere</translation>
    </message>
    <message>
        <source>Path of the calendar, if not the first</source>
        <translation>Pfad des Kalenders, falls nicht der erste</translation>
    </message>
    <message>
        <source>The calendar that is found is shown before anything is kept. Times at which you are busy are read; only meetings that you approve are written, each once.</source>
        <translation>Der gefundene Kalender wird gezeigt, bevor etwas behalten wird. Gelesen wird, wann Sie belegt sind; geschrieben werden nur Termine, die Sie freigeben, jeder einmal.</translation>
    </message>
    <message>
        <source>The host alone is enough where the server tells the rest.</source>
        <translation>Der Rechnername genügt, wo der Server den Rest nennt.</translation>
    </message>
    <message>
        <source>%1 does not let programs into its calendar by a password.</source>
        <translation>%1 lässt Programme nicht mit einem Passwort in seinen Kalender.</translation>
    </message>
    <message>
        <source>%1 wants a password made for programs (app password), not your own.</source>
        <translation>%1 verlangt ein Passwort für Programme (App-Passwort), nicht Ihr eigenes.</translation>
    </message>
    <message>
        <source>The server of %1 is filled in.</source>
        <translation>Der Server von %1 ist eingetragen.</translation>
    </message>
</context>
<context>
    <name>topline::pages::CallPane</name>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>End without logging the call</source>
        <translation>Beenden, ohne den Anruf zu protokollieren</translation>
    </message>
    <message>
        <source>Notes for the CRM</source>
        <translation>Notizen für das CRM</translation>
    </message>
    <message>
        <source>Notes of the call</source>
        <translation>Notizen zum Anruf</translation>
    </message>
    <message>
        <source>A call is under way: say first what came of it.</source>
        <translation>Ein Anruf läuft: Sagen Sie erst, was daraus wurde.</translation>
    </message>
    <message>
        <source>There is no telephone number to call.</source>
        <translation>Es gibt keine Telefonnummer.</translation>
    </message>
    <message>
        <source>Not called. %1</source>
        <translation>Nicht angerufen. %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No program here dials. Dial %1 yourself; the clock is running.</source>
        <translation>Kein Programm hier wählt. Wählen Sie %1 selbst; die Uhr läuft.</translation>
    </message>
    <message>
        <source>On the phone for %1</source>
        <translation>Am Telefon seit %1</translation>
    </message>
    <message>
        <source>Not logged; your notes are still here. %1</source>
        <translation>Nicht protokolliert; Ihre Notizen sind noch da. %1</translation>
    </message>
    <message>
        <source>Logged: %1. Ctrl+Z takes it back.</source>
        <translation>Protokolliert: %1. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>The call was not logged.</source>
        <translation>Der Anruf wurde nicht protokolliert.</translation>
    </message>
    <message>
        <source>The call was not logged. Its notes come back when you call from this card again.</source>
        <translation>Der Anruf wurde nicht festgehalten. Seine Notizen sind wieder da, wenn Sie von dieser Karte erneut anrufen.</translation>
    </message>
    <message>
        <source>The call with %1 is under way and not logged.</source>
        <translation>Der Anruf bei %1 läuft und ist nicht festgehalten.</translation>
    </message>
    <message>
        <source>The call with %1 is under way and not logged; its notes would be lost.</source>
        <translation>Der Anruf bei %1 läuft und ist nicht festgehalten; seine Notizen gingen verloren.</translation>
    </message>
</context>
<context>
    <name>topline::pages::CollectorPane</name>
    <message>
        <source>Events of your own site</source>
        <translation>Ereignisse der eigenen Website</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>New write key…</source>
        <translation>Neuer Schreibschlüssel …</translation>
    </message>
    <message>
        <source>Port of this computer</source>
        <translation>Port dieses Rechners</translation>
    </message>
    <message>
        <source>Use this port</source>
        <translation>Diesen Port verwenden</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>What the Segment client is given</source>
        <translation>Was der Segment-Client bekommt</translation>
    </message>
    <message>
        <source>Host of the Segment client</source>
        <translation>Host des Segment-Clients</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the host</source>
        <translation>Host kopieren</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Listens at %1 while this window is open. Only programs of this computer reach it.</source>
        <translation>Hört auf %1, solange dieses Fenster offen ist. Nur Programme dieses Rechners erreichen es.</translation>
    </message>
    <message>
        <source>It is on, but does not listen.</source>
        <translation>Es ist eingeschaltet, hört aber nicht zu.</translation>
    </message>
    <message>
        <source>What people do on your own site and in your product can count as signals. Nothing listens until you turn it on.</source>
        <translation>Was Menschen auf Ihrer Website und in Ihrem Produkt tun, kann als Signal zählen. Nichts hört zu, bis Sie es einschalten.</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Write key: the one that was shown when it was made. It is stored nowhere; if it is lost, make a new one.</source>
        <translation>Schreibschlüssel: der bei seiner Erzeugung gezeigte. Er ist nirgends gespeichert; ist er verloren, erzeugen Sie einen neuen.</translation>
    </message>
    <message>
        <source>Write key: made and shown once when you turn it on.</source>
        <translation>Schreibschlüssel: wird beim Einschalten erzeugt und einmal gezeigt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>topline::pages::CommitteeCell</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>engagement %1</source>
        <translation>Interesse %1</translation>
    </message>
    <message>
        <source>last two-way touch %1</source>
        <translation>letzter Austausch %1</translation>
    </message>
    <message>
        <source>no two-way touch known</source>
        <translation>kein Austausch bekannt</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>gesehen %1</translation>
    </message>
    <message>
        <source>cannot be written to: opted out or bounced</source>
        <translation>nicht erreichbar: abgemeldet oder unzustellbar</translation>
    </message>
    <message>
        <source>Enter changes the role.</source>
        <translation>Enter ändert die Rolle.</translation>
    </message>
    <message>
        <source>%1: nobody engaged yet</source>
        <translation>%1: noch niemand dabei</translation>
    </message>
    <message>
        <source>Enter makes a task of it.</source>
        <translation>Enter macht daraus eine Aufgabe.</translation>
    </message>
    <message>
        <source>Make a task</source>
        <translation>Aufgabe anlegen</translation>
    </message>
    <message>
        <source>nobody active</source>
        <translation>niemand aktiv</translation>
    </message>
</context>
<context>
    <name>topline::pages::ConflictPane</name>
    <message>
        <source>%1 | %2</source>
        <extracomment>Both sides of a conflict in one line: ours, theirs.</extracomment>
        <translation>%1 | %2</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Waiting to be written</source>
        <translation>Wartet auf das Schreiben</translation>
    </message>
    <message>
        <source>None. When both sides change the same field, both values stand here until you choose; neither is lost.</source>
        <translation>Keine. Ändern beide Seiten dasselbe Feld, stehen hier beide Werte, bis Sie wählen; keiner geht verloren.</translation>
    </message>
    <message>
        <source>Nothing. What you approve or edit stands here until the CRM has it.</source>
        <translation>Nichts. Was Sie freigeben oder ändern, steht hier, bis das CRM es hat.</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Both sides last agreed on: %1</source>
        <translation>Zuletzt war man sich einig über: %1</translation>
    </message>
    <message>
        <source>Keep ours: %1</source>
        <translation>Unseren behalten: %1</translation>
    </message>
    <message>
        <source>Take theirs: %1</source>
        <translation>Fremden nehmen: %1</translation>
    </message>
</context>
<context>
    <name>topline::pages::ConnectPanel</name>
    <message>
        <source>Waiting for the browser. Sign in there and allow Topline; this window goes on by itself.</source>
        <translation>Wartet auf den Browser. Melden Sie sich dort an und erlauben Sie Topline; dieses Fenster macht von selbst weiter.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the link, open it in a browser of this computer and sign in there.</source>
        <translation>Kein Browser ließ sich öffnen. Kopieren Sie den Link, öffnen Sie ihn in einem Browser dieses Rechners und melden Sie sich dort an.</translation>
    </message>
    <message>
        <source>%1 has no records to bring</source>
        <translation>%1 hat keine Datensätze</translation>
    </message>
    <message>
        <source>%1 would bring %2</source>
        <translation>%1 brächte %2</translation>
    </message>
    <message>
        <source>Read only so far: the dry run changed nothing in %1.</source>
        <translation>Bisher wurde nur gelesen: der Probelauf hat in %1 nichts geändert.</translation>
    </message>
    <message>
        <source>%1 comes in</source>
        <translation>%1 kommt herein</translation>
    </message>
    <message>
        <source>The feed fills as records arrive. Nothing in %1 is changed.</source>
        <translation>Der Feed füllt sich, sobald Datensätze ankommen. In %1 wird nichts geändert.</translation>
    </message>
    <message>
        <source>What came in is kept.</source>
        <translation>Was hereinkam, bleibt.</translation>
    </message>
    <message>
        <source>It is tried again by itself and goes on where it stopped.</source>
        <translation>Es wird von selbst wieder versucht und geht dort weiter, wo es stehen blieb.</translation>
    </message>
    <message>
        <source>The first sync stopped</source>
        <translation>Der erste Abgleich blieb stehen</translation>
    </message>
    <message>
        <source>%1 is here</source>
        <translation>%1 ist da</translation>
    </message>
    <message>
        <source>From now on only what changes is read.</source>
        <translation>Ab jetzt wird nur gelesen, was sich ändert.</translation>
    </message>
    <message>
        <source>The first sync was stopped</source>
        <translation>Der erste Abgleich wurde angehalten</translation>
    </message>
    <message>
        <source>What came in is kept. It goes on where it stopped when you start it again.</source>
        <translation>Was hereinkam, bleibt. Starten Sie ihn wieder, geht er dort weiter, wo er stehen blieb.</translation>
    </message>
    <message>
        <source>Reference: %1</source>
        <translation>Kennung: %1</translation>
    </message>
    <message>
        <source>Asking %1 who this is and how much there is…</source>
        <translation>Fragt %1, wer das ist und wie viel es gibt …</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>A dry run shows the counts first; nothing in the CRM is changed.</source>
        <translation>Zuerst zeigt ein Probelauf die Zahlen; im CRM wird nichts geändert.</translation>
    </message>
    <message>
        <source>in the browser</source>
        <translation>im Browser</translation>
    </message>
    <message>
        <source>by a pasted key</source>
        <translation>mit einem Schlüssel</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>Browser öffnen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>The sign-in is kept in this computer&apos;s keychain and nowhere else.</source>
        <translation>Die Anmeldung liegt im Schlüsselbund dieses Rechners und sonst nirgends.</translation>
    </message>
    <message>
        <source>Start the first sync</source>
        <translation>Ersten Abgleich starten</translation>
    </message>
    <message>
        <source>The first sync can be stopped at any time and goes on where it stopped.</source>
        <translation>Der erste Abgleich lässt sich jederzeit anhalten und geht dort weiter, wo er stehen blieb.</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>Im Hintergrund weiter</translation>
    </message>
    <message>
        <source>Open the feed</source>
        <translation>Feed öffnen</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>First sync</source>
        <translation>Erster Abgleich</translation>
    </message>
    <message>
        <source>key or browser</source>
        <translation>Schlüssel oder Browser</translation>
    </message>
    <message>
        <source>nothing is written</source>
        <translation>nichts wird geschrieben</translation>
    </message>
    <message>
        <source>can be stopped</source>
        <translation>lässt sich anhalten</translation>
    </message>
    <message>
        <source>Topline reads from it and writes back only what you approve.</source>
        <translation>Topline liest daraus und schreibt nur zurück, was Sie freigeben.</translation>
    </message>
    <message>
        <source>A pasted service key or private-app token, or your organisation&apos;s own app.</source>
        <translation>Mit einem Dienstschlüssel oder Token einer privaten App oder mit der App Ihrer Organisation.</translation>
    </message>
    <message>
        <source>Through your organisation&apos;s own client app, in the browser. Sandboxes too.</source>
        <translation>Über die Client-App Ihrer Organisation, im Browser. Auch für Sandboxen.</translation>
    </message>
    <message>
        <source>Sign-in under way</source>
        <translation>Anmeldung läuft</translation>
    </message>
    <message>
        <source>Open the browser again</source>
        <translation>Browser wieder öffnen</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Progress of the first sync</source>
        <translation>Fortschritt des ersten Abgleichs</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>The sign-in was refused</source>
        <translation>Die Anmeldung wurde abgelehnt</translation>
    </message>
    <message>
        <source>Columns of the first sync</source>
        <translation>Spalten des ersten Abgleichs</translation>
    </message>
    <message>
        <source>Progress by kind of record</source>
        <translation>Fortschritt je Art von Datensatz</translation>
    </message>
    <message>
        <source>by its password</source>
        <translation>mit dem Passwort</translation>
    </message>
    <message>
        <source>Pick what to connect</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>Sends what you approve by your own mail server and notices answers, bounces and absences.</source>
        <translation>Sendet, was Sie freigeben, über Ihren Mailserver und bemerkt Antworten und Rückläufer.</translation>
    </message>
    <message>
        <source>a CRM, mailbox or calendar</source>
        <translation>ein CRM, Postfach oder Kalender</translation>
    </message>
    <message>
        <source>Which CRM, mailbox or calendar?</source>
        <translation>Welches CRM, Postfach oder welcher Kalender?</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Proposes times at which you are free and books what you approve, by CalDAV.</source>
        <translation>Schlägt Zeiten vor, zu denen Sie frei sind, und bucht, was Sie freigeben, über CalDAV.</translation>
    </message>
    <message>
        <source>Connect a CRM, mailbox or calendar</source>
        <translation>Ein CRM, Postfach oder einen Kalender verbinden</translation>
    </message>
    <message>
        <source>The mailbox can be used</source>
        <translation>Das Postfach ist nutzbar</translation>
    </message>
    <message>
        <source>Both servers were asked. Nothing was sent, and nothing was marked as read.</source>
        <translation>Beide Server wurden gefragt. Nichts wurde gesendet, nichts als gelesen markiert.</translation>
    </message>
    <message>
        <source>The calendar can be used</source>
        <translation>Der Kalender ist nutzbar</translation>
    </message>
    <message>
        <source>Read only so far: nothing was booked.</source>
        <translation>Bisher wurde nur gelesen: Nichts wurde gebucht.</translation>
    </message>
    <message>
        <source>%1 is read for the first time</source>
        <translation>%1 wird zum ersten Mal gelesen</translation>
    </message>
    <message>
        <source>Nothing in it is changed.</source>
        <translation>Nichts darin wird geändert.</translation>
    </message>
    <message>
        <source>%1 connected</source>
        <translation>%1 verbunden</translation>
    </message>
    <message>
        <source>Sign in to the mailbox</source>
        <translation>Am Postfach anmelden</translation>
    </message>
    <message>
        <source>Sign in to the calendar</source>
        <translation>Am Kalender anmelden</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
</context>
<context>
    <name>topline::pages::ConnectionBar</name>
    <message>
        <source>Start first sync</source>
        <translation>Ersten Abgleich starten</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>More for this connection</source>
        <translation>Mehr zu dieser Verbindung</translation>
    </message>
    <message>
        <source>Progress of the sync</source>
        <translation>Fortschritt des Abgleichs</translation>
    </message>
    <message>
        <source>no keychain here: the sign-in ends with the program</source>
        <translation>kein Schlüsselbund: die Anmeldung endet mit dem Programm</translation>
    </message>
    <message>
        <source>Waiting for the sign-in to %1.</source>
        <translation>Wartet auf die Anmeldung bei %1.</translation>
    </message>
    <message>
        <source>%1 no longer lets us in. What waits to be written is kept.</source>
        <translation>%1 lässt uns nicht mehr ein. Was auf das Schreiben wartet, bleibt.</translation>
    </message>
    <message>
        <source>This sign-in is of another organisation than the one this workspace belongs to. Nothing was mixed.</source>
        <translation>Diese Anmeldung gehört zu einer anderen Organisation als diese Arbeitsdatei. Nichts wurde vermischt.</translation>
    </message>
    <message>
        <source>Signed in and counted. The first sync only reads.</source>
        <translation>Angemeldet und gezählt. Der erste Abgleich liest nur.</translation>
    </message>
    <message>
        <source>%1 asks for a pause; it goes on by itself.</source>
        <translation>%1 bittet um eine Pause; es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>%1 does not answer; it is tried again by itself.</source>
        <translation>%1 antwortet nicht; es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>Everything that changed in %1 until %2 is here.</source>
        <translation>Alles, was sich in %1 bis %2 geändert hat, ist da.</translation>
    </message>
    <message>
        <source>Up to date with %1.</source>
        <translation>Auf dem Stand von %1.</translation>
    </message>
    <message>
        <source>Not synced yet.</source>
        <translation>Noch nicht abgeglichen.</translation>
    </message>
</context>
<context>
    <name>topline::pages::ConnectionTile</name>
    <message>
        <source>sandbox</source>
        <translation>Sandbox</translation>
    </message>
</context>
<context>
    <name>topline::pages::ContentPage</name>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalte</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Show the content</source>
        <translation>Inhalte zeigen</translation>
    </message>
    <message>
        <source>Show the snippets</source>
        <translation>Textbausteine zeigen</translation>
    </message>
    <message>
        <source>Show the links</source>
        <translation>Links zeigen</translation>
    </message>
    <message>
        <source>Show the model</source>
        <translation>Modell zeigen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
</context>
<context>
    <name>topline::pages::ContentPane</name>
    <message>
        <source>Nothing here yet. Fill in the form to add the first one.</source>
        <translation>Hier ist noch nichts. Füllen Sie das Formular aus, um den ersten Eintrag anzulegen.</translation>
    </message>
</context>
<context>
    <name>topline::pages::CountsModel</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Kept aside</source>
        <translation>Beiseite</translation>
    </message>
</context>
<context>
    <name>topline::pages::DealDelegate</name>
    <message>
        <source>Deal</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Age, p80 of won</source>
        <translation>Alter, p80 gewonnener</translation>
    </message>
    <message>
        <source>Top warning</source>
        <translation>Wichtigste Warnung</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Last touch</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Rep</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>none set</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Stage win</source>
        <translation>Quote</translation>
    </message>
</context>
<context>
    <name>topline::pages::DealInspector</name>
    <message>
        <source>probably a bot</source>
        <translation>wohl ein Bot</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>About the deal</source>
        <translation>Über das Geschäft</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Win</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>Risk of the deal, with what it is made of</source>
        <translation>Risiko des Geschäfts mit seinen Teilen</translation>
    </message>
    <message>
        <source>Win probability, with what it is made of</source>
        <translation>Gewinnwahrscheinlichkeit mit ihren Teilen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
</context>
<context>
    <name>topline::pages::DealModel</name>
    <message>
        <source>Close date %1</source>
        <translation>Abschluss %1</translation>
    </message>
    <message>
        <source>Stalled: %1, p80 %2</source>
        <translation>Stillstand: %1, p80 %2</translation>
    </message>
    <message>
        <source>Stalled: %1</source>
        <translation>Stillstand: %1</translation>
    </message>
    <message>
        <source>No two-way touch for %1</source>
        <translation>Kein Austausch seit %1</translation>
    </message>
    <message>
        <source>No two-way touch yet</source>
        <translation>Noch kein Austausch</translation>
    </message>
    <message>
        <source>Next step missing</source>
        <translation>Nächster Schritt fehlt</translation>
    </message>
    <message>
        <source>Won after %1</source>
        <translation>Gewonnen nach %1</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Lost after %1</source>
        <translation>Verloren nach %1</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 in the stage</source>
        <translation>%1 in der Phase</translation>
    </message>
    <message>
        <source>win probability %1, %2 of %3 won</source>
        <translation>Gewinnchance %1, %2 von %3 gewonnen</translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation>nächster Schritt: %1</translation>
    </message>
    <message>
        <source>risk %1 of 100</source>
        <translation>Risiko %1 von 100</translation>
    </message>
    <message>
        <source>zombie, %1</source>
        <translation>Zombie, %1</translation>
    </message>
</context>
<context>
    <name>topline::pages::DealNotices</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>%1 on %2, the newest %3: %4</source>
        <translation>%1, %2, der neueste %3: %4</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%n Geschäft</numerusform>
            <numerusform>%n Geschäfte</numerusform>
        </translation>
    </message>
    <message>
        <source>Shared warnings</source>
        <translation>Geteilte Warnungen</translation>
    </message>
    <message>
        <source>A pipeline problem; of %1 open: %2</source>
        <extracomment>%1 is a number of open deals, %2 is &quot;Stalled 32, Ghosted 17&quot;.</extracomment>
        <translation>Problem der Pipeline; von %1 offenen: %2</translation>
    </message>
</context>
<context>
    <name>topline::pages::DealPlanView</name>
    <message>
        <source>us</source>
        <translation>wir</translation>
    </message>
    <message>
        <source>them</source>
        <translation>sie</translation>
    </message>
    <message>
        <source>late since %1</source>
        <translation>überfällig seit %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>To leave %1: %2 of %3</source>
        <translation>Um %1 zu verlassen: %2 von %3</translation>
    </message>
    <message>
        <source>met</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>Mutual plan and exit checks</source>
        <translation>Gemeinsamer Plan und Prüfpunkte</translation>
    </message>
    <message>
        <source>Edit checklist</source>
        <translation>Prüfliste ändern</translation>
    </message>
    <message>
        <source>Usual list</source>
        <translation>Übliche Liste</translation>
    </message>
    <message>
        <source>New task of the plan</source>
        <translation>Neue Aufgabe im Plan</translation>
    </message>
    <message>
        <source>them: name the signer by fri 12</source>
        <translation>sie: Unterzeichner nennen bis fr 12</translation>
    </message>
    <message>
        <source>Checklist of the stage, one check per line</source>
        <translation>Prüfliste der Phase, ein Punkt je Zeile</translation>
    </message>
    <message>
        <source>Save checklist</source>
        <translation>Prüfliste speichern</translation>
    </message>
</context>
<context>
    <name>topline::pages::DealRiskView</name>
    <message>
        <source>Risk, of 100</source>
        <translation>Risiko, von 100</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Risk of the deal</source>
        <translation>Risiko des Geschäfts</translation>
    </message>
    <message>
        <source>Not weighed: closed, or new since the last nightly pass.</source>
        <translation>Nicht bewertet: geschlossen oder neu seit dem letzten Nachtlauf.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A warning that does not hold, with what it was held against.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Risk %1</source>
        <translation>Risiko %1</translation>
    </message>
    <message>
        <source>%1 of %2 warnings hold, parts add up exactly</source>
        <translation>%1 von %2 Warnungen gelten, Teile gehen genau auf</translation>
    </message>
    <message>
        <source>Best fix: %1.</source>
        <translation>Beste Abhilfe: %1.</translation>
    </message>
    <message>
        <source>Best fix: %1. %2 makes the task.</source>
        <translation>Beste Abhilfe: %1. %2 legt die Aufgabe an.</translation>
    </message>
    <message>
        <source>Zombie: %1. Suggested: %2.</source>
        <translation>Zombie: %1. Vorschlag: %2.</translation>
    </message>
    <message>
        <source>Anomaly: %1</source>
        <translation>Auffällig: %1</translation>
    </message>
    <message>
        <source>A large deal: it stands apart in forecasts and fixes.</source>
        <translation>Ein großes Geschäft: Es steht in Prognosen und Abhilfen für sich.</translation>
    </message>
    <message>
        <source>Asked and fine: %1.</source>
        <translation>Geprüft und in Ordnung: %1.</translation>
    </message>
</context>
<context>
    <name>topline::pages::DealSheet</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>In the stage</source>
        <translation>In der Phase</translation>
    </message>
    <message>
        <source>80 % of won deals: %1 or less</source>
        <translation>80 % der gewonnenen: höchstens %1</translation>
    </message>
    <message>
        <source>too few won deals to compare</source>
        <translation>zu wenige gewonnene zum Vergleich</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>Offen seit</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Close date</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>none set</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Last two-way touch</source>
        <translation>Letzter Austausch</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>%1 of %2 engaged in 30 d</source>
        <translation>%1 von %2 aktiv in 30 T.</translation>
    </message>
    <message>
        <source>Won from this stage</source>
        <extracomment>Of n deals that reached the stage and were closed, so many were won.</extracomment>
        <translation>Quote der Phase</translation>
    </message>
    <message>
        <source>%1 of %2 deals</source>
        <translation>%1 von %2 Geschäften</translation>
    </message>
</context>
<context>
    <name>topline::pages::DealStripView</name>
    <message>
        <source>Deal %1, %2</source>
        <translation>Geschäft %1, %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>80 % of won deals: %1</source>
        <translation>80 % der gewonnenen: %1</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>none set</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>close date passed, %1</source>
        <translation>Abschluss überfällig, %1</translation>
    </message>
    <message>
        <source>closes %1</source>
        <translation>Abschluss %1</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>%1 of %2 active in 30 d</source>
        <translation>%1 von %2 aktiv in 30 T.</translation>
    </message>
    <message>
        <source>%1 won, n %2</source>
        <translation>%1 gewonnen, n %2</translation>
    </message>
</context>
<context>
    <name>topline::pages::DealWinView</name>
    <message>
        <source>An average deal</source>
        <translation>Ein mittleres Geschäft</translation>
    </message>
    <message numerus="yes">
        <source>%n more part(s)</source>
        <translation>
            <numerusform>%n weiterer Teil</numerusform>
            <numerusform>%n weitere Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>This deal</source>
        <translation>Dieses Geschäft</translation>
    </message>
    <message>
        <source>Win probability</source>
        <translation>Gewinnwahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Win probability in parts</source>
        <translation>Gewinnwahrscheinlichkeit in Teilen</translation>
    </message>
    <message>
        <source>Win probability %1</source>
        <translation>Gewinnwahrscheinlichkeit %1</translation>
    </message>
    <message>
        <source>log-odds, parts add up exactly</source>
        <translation>Log-Chancen, Teile gehen genau auf</translation>
    </message>
    <message>
        <source>Not learned yet.</source>
        <translation>Noch nicht gelernt.</translation>
    </message>
    <message>
        <source>Basis: %1.</source>
        <translation>Grundlage: %1.</translation>
    </message>
    <message>
        <source>A model of winning is learned from the deals that were won and lost, once a night.</source>
        <translation>Ein Gewinnmodell wird nachts aus den gewonnenen und verlorenen Geschäften gelernt.</translation>
    </message>
</context>
<context>
    <name>topline::pages::DemoPane</name>
    <message>
        <source>A filled feed</source>
        <translation>Eine volle Aufgabenliste</translation>
    </message>
    <message>
        <source>Calls, replies and follow-ups, ranked by value, each with its reasons</source>
        <translation>Anrufe, Antworten und Nachfassen, nach Wert gereiht, jedes mit seinen Gründen</translation>
    </message>
    <message>
        <source>400 accounts, 600 deals</source>
        <translation>400 Firmen, 600 Geschäfte</translation>
    </message>
    <message>
        <source>With their people, e-mails, meetings and page views; some records are messy</source>
        <translation>Mit Personen, E-Mails, Terminen und Seitenaufrufen; manche Datensätze sind unordentlich</translation>
    </message>
    <message>
        <source>Eighteen months</source>
        <translation>Achtzehn Monate</translation>
    </message>
    <message>
        <source>Enough history for win rates, cycles and the weekly index</source>
        <translation>Genug Verlauf für Gewinnraten, Dauern und den Wochenindex</translation>
    </message>
    <message>
        <source>It goes on living</source>
        <translation>Sie lebt weiter</translation>
    </message>
    <message>
        <source>New events keep arriving, and buyers answer what you approve</source>
        <translation>Neue Ereignisse treffen ein, und Käufer antworten auf Freigegebenes</translation>
    </message>
    <message>
        <source>Nothing leaves</source>
        <translation>Nichts geht hinaus</translation>
    </message>
    <message>
        <source>E-mails and tasks go to the made-up company&apos;s own CRM: approve and undo freely</source>
        <translation>E-Mails und Aufgaben gehen an das CRM der erfundenen Firma: frei ausprobieren</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>The demo company</source>
        <translation>Die Beispielfirma</translation>
    </message>
    <message>
        <source>You can import your own data later.</source>
        <translation>Eigene Daten können später dazukommen.</translation>
    </message>
    <message>
        <source>A living company to try things on</source>
        <translation>Eine lebende Firma zum Ausprobieren</translation>
    </message>
    <message>
        <source>Made up from the same seed every time; opens in about a second.</source>
        <translation>Jedes Mal gleich erfunden; öffnet in etwa einer Sekunde.</translation>
    </message>
</context>
<context>
    <name>topline::pages::DraftBox</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Facts used: %1</source>
        <translation>Verwendete Angaben: %1</translation>
    </message>
    <message>
        <source>Notes for it</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
</context>
<context>
    <name>topline::pages::DraftHelpView</name>
    <message>
        <source>Snippets</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Allow %1</source>
        <translation>%1 erlauben</translation>
    </message>
    <message>
        <source>Content that fits</source>
        <translation>Passende Inhalte</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Insert %1, %2</source>
        <translation>%1 einfügen, %2</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 anhalten</translation>
    </message>
    <message>
        <source>Write with %1</source>
        <translation>Mit %1 schreiben</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Zur Stelle</translation>
    </message>
    <message>
        <source>Go to the place: %1</source>
        <translation>Zur Stelle gehen: %1</translation>
    </message>
</context>
<context>
    <name>topline::pages::DryRunModel</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>may not be read by this sign-in; stays out</source>
        <translation>darf diese Anmeldung nicht lesen; bleibt draußen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Will come in</source>
        <translation>Kommt herein</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>topline::pages::EvidenceView</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>bot, weight 0</source>
        <translation>Bot, Gewicht 0</translation>
    </message>
</context>
<context>
    <name>topline::pages::FeedDelegate</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>topline::pages::FeedInspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Inspektor schließen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>%1 here</source>
        <translation>%1 hier</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>last touch %1</source>
        <translation>Kontakt %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Why, evidence and draft</source>
        <translation>Warum, Belege und Entwurf</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>Firma öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n exit check(s) of %1 still open</source>
        <translation>
            <numerusform>%n Prüfpunkt von %1 noch offen</numerusform>
            <numerusform>%n Prüfpunkte von %1 noch offen</numerusform>
        </translation>
    </message>
    <message>
        <source>No mail of theirs is known here.</source>
        <translation>Hier ist keine Mail von ihnen bekannt.</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
</context>
<context>
    <name>topline::pages::FeedPage</name>
    <message>
        <source>Next card</source>
        <translation>Nächste Karte</translation>
    </message>
    <message>
        <source>Previous card</source>
        <translation>Vorige Karte</translation>
    </message>
    <message>
        <source>Select card</source>
        <translation>Karte auswählen</translation>
    </message>
    <message>
        <source>Extend the selection down</source>
        <translation>Auswahl nach unten erweitern</translation>
    </message>
    <message>
        <source>Extend the selection up</source>
        <translation>Auswahl nach oben erweitern</translation>
    </message>
    <message>
        <source>Next lane</source>
        <translation>Nächste Spur</translation>
    </message>
    <message>
        <source>Previous lane</source>
        <translation>Vorige Spur</translation>
    </message>
    <message>
        <source>Show new cards</source>
        <translation>Neue Karten zeigen</translation>
    </message>
    <message>
        <source>Open the inspector</source>
        <translation>Inspektor öffnen</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Inspektor schließen</translation>
    </message>
    <message>
        <source>Approve and execute</source>
        <translation>Freigeben und ausführen</translation>
    </message>
    <message>
        <source>Approve the selected</source>
        <translation>Ausgewählte freigeben</translation>
    </message>
    <message>
        <source>Done, with outcome</source>
        <translation>Erledigt, mit Ergebnis</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Dismiss, with reason</source>
        <translation>Verwerfen, mit Grund</translation>
    </message>
    <message>
        <source>Edit the draft</source>
        <translation>Entwurf bearbeiten</translation>
    </message>
    <message>
        <source>Why: score, rank, rules</source>
        <translation>Warum: Punkte, Rang, Regeln</translation>
    </message>
    <message>
        <source>Timeline of the account</source>
        <translation>Verlauf der Firma</translation>
    </message>
    <message>
        <source>Make a task for the account</source>
        <translation>Aufgabe für die Firma anlegen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Follow up with %1</source>
        <translation>Bei %1 nachfassen</translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation>In 1 Stunde</translation>
    </message>
    <message>
        <source>This afternoon</source>
        <translation>Heute Nachmittag</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>Nächsten Montag</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Action feed</source>
        <translation>Aufgabenliste</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message>
        <source>nothing due</source>
        <translation>nichts fällig</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message numerus="yes">
        <source>%n SLA(s)</source>
        <translation>
            <numerusform>%n Frist</numerusform>
            <numerusform>%n Fristen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next is %1: %n action(s)</source>
        <translation>
            <numerusform>Weiter mit %1: %n Aufgabe</numerusform>
            <numerusform>Weiter mit %1: %n Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>The next SLA ends at %1.</source>
        <translation>Die nächste Frist endet um %1.</translation>
    </message>
    <message>
        <source>Done today: %1.</source>
        <translation>Heute erledigt: %1.</translation>
    </message>
    <message>
        <source>Nothing waits for you now</source>
        <translation>Jetzt wartet nichts auf Sie</translation>
    </message>
    <message>
        <source>This lane is clear</source>
        <translation>Diese Spur ist frei</translation>
    </message>
    <message>
        <source>Pick…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Snooze until</source>
        <translation>Zurückstellen bis</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>Firma öffnen</translation>
    </message>
    <message>
        <source>Mark as duplicate of…</source>
        <translation>Als Doppel kennzeichnen von …</translation>
    </message>
    <message>
        <source>Until they answer or visit, at most 14 days</source>
        <translation>Bis zu einer Antwort oder einem Besuch, höchstens 14 Tage</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The account has no other open card</source>
        <translation>Die Firma hat keine andere offene Karte</translation>
    </message>
    <message>
        <source>Propose meeting times</source>
        <translation>Termine vorschlagen</translation>
    </message>
    <message>
        <source>Its text is frozen: times can be proposed before it is approved.</source>
        <translation>Der Text steht fest: Termine lassen sich nur vor der Freigabe vorschlagen.</translation>
    </message>
    <message>
        <source>Booked for %1. Ctrl+Z takes it back.</source>
        <translation>Gebucht für %1. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>The times are in the draft.</source>
        <translation>Die Termine stehen im Entwurf.</translation>
    </message>
    <message>
        <source>Talk about %1</source>
        <translation>Gespräch über %1</translation>
    </message>
    <message>
        <source>Read their mail</source>
        <translation>Ihre Mail lesen</translation>
    </message>
    <message>
        <source>Unknown: it arrived; else content 1, or result 1 of a call</source>
        <translation>Ungewiss: ist angekommen; sonst Inhalt 1 oder Ergebnis 1 eines Anrufs</translation>
    </message>
    <message>
        <source>Content 3 into the draft, or result 3 of a call</source>
        <translation>Inhalt 3 in den Entwurf oder Ergebnis 3 eines Anrufs</translation>
    </message>
    <message>
        <source>Result 4 of a call</source>
        <translation>Ergebnis 4 eines Anrufs</translation>
    </message>
    <message>
        <source>Result 5 of a call</source>
        <translation>Ergebnis 5 eines Anrufs</translation>
    </message>
    <message>
        <source>Leave out of the batch what would not leave now</source>
        <translation>Aus dem Stapel nehmen, was jetzt nicht hinausginge</translation>
    </message>
    <message>
        <source>Call, with clock and notes</source>
        <translation>Anrufen, mit Uhr und Notizen</translation>
    </message>
    <message>
        <source>Give to another rep</source>
        <translation>Einem anderen geben</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Booked for %1. It is %2 there; the invitation goes all the same. Ctrl+Z takes it back.</source>
        <translation>Gebucht für %1. Dort ist es %2 Uhr; die Einladung geht trotzdem hinaus. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Unknown: it did not arrive; else content 2, or result 2 of a call</source>
        <translation>Ungewiss: nicht angekommen; sonst Inhalt 2 oder Ergebnis 2 eines Anrufs</translation>
    </message>
</context>
<context>
    <name>topline::pages::ForecastDeals</name>
    <message>
        <source>none</source>
        <comment>close date</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>Big deal: the total is %1 if lost, %2 if won</source>
        <extracomment>The total of the forecast with a big deal lost and won.</extracomment>
        <translation>Großes Geschäft: Summe %1, wenn verloren, %2, wenn gewonnen</translation>
    </message>
    <message>
        <source>win %1, in the span %2, expected %3</source>
        <translation>Gewinn %1, im Zeitraum %2, erwartet %3</translation>
    </message>
    <message>
        <source>close date %1</source>
        <translation>Abschlussdatum %1</translation>
    </message>
</context>
<context>
    <name>topline::pages::ForecastDelegate</name>
    <message>
        <source>Deal</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Win</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>In span</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Rep</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>called</source>
        <extracomment>A rep said which category a deal is in.</extracomment>
        <translation>angesagt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>topline::pages::ForecastRange</name>
    <message>
        <source>Commit</source>
        <translation>Zugesagt</translation>
    </message>
    <message>
        <source>9 of 10 futures bring more</source>
        <translation>9 von 10 Mal mehr</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Wahrscheinlich</translation>
    </message>
    <message>
        <source>the middle of all futures</source>
        <translation>Mitte aller Verläufe</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bestens</translation>
    </message>
    <message>
        <source>1 of 10 brings more</source>
        <translation>1 von 10 Mal mehr</translation>
    </message>
    <message>
        <source>Band</source>
        <extracomment>%1 is a share such as &quot;80 %&quot;.</extracomment>
        <translation>Band</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>not enough history</source>
        <translation>zu wenig Verlauf</translation>
    </message>
    <message>
        <source>%1 of %2 back-tests</source>
        <translation>%1 von %2 Rückprüfungen</translation>
    </message>
    <message>
        <source>Without big deals</source>
        <translation>Ohne große</translation>
    </message>
    <message>
        <source>commit, likely, best</source>
        <translation>zugesagt bis bestens</translation>
    </message>
    <message>
        <source>Range of the forecast: %1</source>
        <translation>Spanne der Prognose: %1</translation>
    </message>
    <message>
        <source>n %2, %1 of past errors</source>
        <translation>n %2, %1 der Fehler</translation>
    </message>
    <message>
        <source>too little was won</source>
        <translation>zu wenig gewonnen</translation>
    </message>
</context>
<context>
    <name>topline::pages::ForecastRecord</name>
    <message>
        <source>Forecast against actual</source>
        <translation>Prognose gegen Ergebnis</translation>
    </message>
    <message>
        <source>Track record</source>
        <translation>Trefferbild</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Back-test</source>
        <translation>Rückprüfung</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Neigung</translation>
    </message>
    <message>
        <source>Pinball</source>
        <translation>Pinball</translation>
    </message>
    <message>
        <source>Error, in hand</source>
        <translation>Fehler, Hand</translation>
    </message>
    <message>
        <source>Bias, in hand</source>
        <translation>Neigung, Hand</translation>
    </message>
    <message>
        <source>Pinball, in hand</source>
        <translation>Pinball, Hand</translation>
    </message>
    <message>
        <source>Bias by rep</source>
        <translation>Neigung je Person</translation>
    </message>
    <message>
        <source>Rep</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Stored forecasts that are over</source>
        <translation>Gespeicherte Prognosen, abgelaufen</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <source>Promised against what came</source>
        <translation>Versprochen gegen eingetroffen</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Versprochen</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Eingetroffen</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Won, %1</source>
        <translation>Gewonnen, %1</translation>
    </message>
    <message>
        <source>won in the span after each week; grey: the forecast; band: commit to best</source>
        <translation>gewonnen im Zeitraum nach jeder Woche; grau: Prognose; Band: zugesagt bis bestens</translation>
    </message>
    <message>
        <source>won in the span after each date; grey: what this method would have said</source>
        <translation>gewonnen im Zeitraum nach jedem Datum; grau: was das Verfahren gesagt hätte</translation>
    </message>
    <message numerus="yes">
        <source>only %n moment(s): a small sample</source>
        <translation>
            <numerusform>nur %n Zeitpunkt: eine kleine Stichprobe</numerusform>
            <numerusform>nur %n Zeitpunkte: eine kleine Stichprobe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moment(s); weighted absolute error</source>
        <translation>
            <numerusform>%n Zeitpunkt; gewichteter Fehler</numerusform>
            <numerusform>%n Zeitpunkte; gewichteter Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>With each moment left out, the band held %1 of what came.</source>
        <translation>Ohne den jeweiligen Zeitpunkt traf das Band %1 der Ergebnisse.</translation>
    </message>
    <message>
        <source>deals in hand; above 0: promised too much</source>
        <translation>Geschäfte in der Hand; über 0: zu viel versprochen</translation>
    </message>
    <message>
        <source>range: commit to best</source>
        <translation>Spanne: zugesagt bis bestens</translation>
    </message>
    <message>
        <source>chances of deals in hand</source>
        <translation>Chancen der Geschäfte in der Hand</translation>
    </message>
</context>
<context>
    <name>topline::pages::ForecastView</name>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Expected total in parts</source>
        <translation>Erwartete Summe in Teilen</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>due in the span, in full</source>
        <translation>fällig im Zeitraum, ungekürzt</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Flow since the last week</source>
        <translation>Fluss seit letzter Woche</translation>
    </message>
    <message>
        <source>Counted apart</source>
        <translation>Gesondert gezählt</translation>
    </message>
    <message>
        <source>Deals or track record</source>
        <translation>Geschäfte oder Trefferbild</translation>
    </message>
    <message>
        <source>Open deals</source>
        <translation>Offene Geschäfte</translation>
    </message>
    <message>
        <source>Track record</source>
        <translation>Trefferbild</translation>
    </message>
    <message>
        <source>Columns of the forecast</source>
        <translation>Spalten der Prognose</translation>
    </message>
    <message>
        <source>Deals of the forecast</source>
        <translation>Geschäfte der Prognose</translation>
    </message>
    <message>
        <source>Expected until %1</source>
        <translation>Erwartet bis %1</translation>
    </message>
    <message>
        <source>parts add up exactly</source>
        <translation>Teile gehen genau auf</translation>
    </message>
    <message>
        <source>No earlier week is stored yet; one is written every week.</source>
        <translation>Noch keine frühere Woche gespeichert; jede Woche wird eine geschrieben.</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Since last week</source>
        <translation>Seit letzter Woche</translation>
    </message>
    <message>
        <source>open deals due in the span</source>
        <translation>offene, fällig im Zeitraum</translation>
    </message>
    <message>
        <source>Open deals %1</source>
        <translation>Offene Geschäfte %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>None of these deals is open any more.</source>
        <translation>Keines dieser Geschäfte ist noch offen.</translation>
    </message>
    <message>
        <source>No open deals to forecast from.</source>
        <translation>Keine offenen Geschäfte für eine Prognose.</translation>
    </message>
    <message>
        <source>Nothing has moved since %1: %2.</source>
        <translation>Seit %1 hat sich nichts bewegt: %2.</translation>
    </message>
    <message>
        <source>Call the deal</source>
        <extracomment>A rep says in which category a deal is.</extracomment>
        <translation>Geschäft ansagen</translation>
    </message>
</context>
<context>
    <name>topline::pages::FunnelView</name>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Eingetreten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p80</source>
        <translation>p80</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>gehen weiter</translation>
    </message>
    <message>
        <source>%1 this quarter</source>
        <translation>%1 dieses Quartal</translation>
    </message>
    <message>
        <source>%1: %2 in 13 weeks, %3</source>
        <translation>%1: %2 in 13 Wochen, %3</translation>
    </message>
    <message>
        <source>%1: %2 entered in 13 weeks, %3 went on; %4 open, %5; median %6, p80 %7, of %8</source>
        <translation>%1: %2 in 13 Wochen eingetreten, %3 gingen weiter; %4 offen, %5; Median %6, p80 %7, von %8</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>Trichter</translation>
    </message>
    <message>
        <source>%1 takes %2; it took %3 in the 13 weeks before.</source>
        <translation>%1 dauert %2; in den 13 Wochen davor %3.</translation>
    </message>
</context>
<context>
    <name>topline::pages::GuardForm</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>topline::pages::GuardHoursForm</name>
    <message>
        <source>such as 08:00–18:00; empty for a day off</source>
        <translation>wie 08:00–18:00; leer für einen freien Tag</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>empty for the workspace’s</source>
        <translation>leer: die des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Public holidays of</source>
        <translation>Feiertage von</translation>
    </message>
    <message>
        <source>Own days off</source>
        <translation>Eigene freie Tage</translation>
    </message>
    <message>
        <source>such as 2026-12-24, 2026-12-31</source>
        <translation>wie 2026-12-24, 2026-12-31</translation>
    </message>
    <message>
        <source>Save hours</source>
        <translation>Zeiten speichern</translation>
    </message>
    <message>
        <source>Write it like 08:00–18:00, or leave it empty.</source>
        <translation>Schreiben Sie 08:00–18:00, oder lassen Sie es leer.</translation>
    </message>
    <message>
        <source>Write days like 2026-12-24, with commas.</source>
        <translation>Schreiben Sie Tage wie 2026-12-24, mit Kommas.</translation>
    </message>
</context>
<context>
    <name>topline::pages::GuardLimitsForm</name>
    <message>
        <source>Caps</source>
        <translation>Höchstzahlen</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Pausen</translation>
    </message>
    <message>
        <source>Hours of recipients</source>
        <translation>Zeiten der Empfänger</translation>
    </message>
    <message>
        <source>Plays that run by themselves</source>
        <translation>Plays, die allein laufen</translation>
    </message>
    <message>
        <source>Save limits</source>
        <translation>Grenzen speichern</translation>
    </message>
</context>
<context>
    <name>topline::pages::GuardPage</name>
    <message>
        <source>Guardrails</source>
        <translation>Leitplanken</translation>
    </message>
    <message>
        <source>Limits today</source>
        <translation>Limits heute</translation>
    </message>
    <message>
        <source>Waiting and kept back</source>
        <translation>Wartet und zurückgehalten</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>Nicht kontaktieren</translation>
    </message>
    <message>
        <source>Running by themselves</source>
        <translation>Von allein laufend</translation>
    </message>
    <message>
        <source>Who answers, and how fast</source>
        <translation>Wer antwortet, und wie schnell</translation>
    </message>
    <message>
        <source>Address that must not be contacted</source>
        <translation>Adresse, die nicht kontaktiert werden darf</translation>
    </message>
    <message>
        <source>Who asked for it</source>
        <translation>Wer darum gebeten hat</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>Es geht weiter.</translation>
    </message>
    <message>
        <source>Counting began anew.</source>
        <translation>Es wird neu gezählt.</translation>
    </message>
    <message>
        <source>It runs by itself from now on.</source>
        <translation>Es läuft ab jetzt von allein.</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>Notiert.</translation>
    </message>
    <message>
        <source>On the list. Nothing more leaves to this address.</source>
        <translation>Auf der Liste. An diese Adresse geht nichts mehr hinaus.</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Who asked for it, and when?</source>
        <translation>Wer hat darum gebeten, und wann?</translation>
    </message>
    <message>
        <source>Released.</source>
        <translation>Freigegeben.</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) wait</source>
        <translation>
            <numerusform>%n E-Mail wartet</numerusform>
            <numerusform>%n E-Mails warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Suppressed in 30 days, by the rule that was not met</source>
        <translation>In 30 Tagen unterdrückt, nach der Regel, die nicht erfüllt war</translation>
    </message>
    <message>
        <source>Change limits and hours of recipients</source>
        <translation>Grenzen und Zeiten der Empfänger ändern</translation>
    </message>
    <message>
        <source>Add a rep who takes inbound actions</source>
        <translation>Jemanden aufnehmen, der Anfragen übernimmt</translation>
    </message>
    <message>
        <source>Change everybody’s working hours</source>
        <translation>Die Arbeitszeiten aller ändern</translation>
    </message>
    <message>
        <source>Put somebody on the do-not-contact list</source>
        <translation>Jemanden auf die Sperrliste setzen</translation>
    </message>
    <message>
        <source>Note a consent</source>
        <translation>Eine Einwilligung notieren</translation>
    </message>
    <message>
        <source>Takes no inbound actions any more.</source>
        <translation>Übernimmt keine Anfragen mehr.</translation>
    </message>
    <message>
        <source>Works by everybody’s hours again.</source>
        <translation>Arbeitet wieder nach den Zeiten aller.</translation>
    </message>
    <message>
        <source>Everybody takes inbound actions already.</source>
        <translation>Alle übernehmen schon Anfragen.</translation>
    </message>
    <message>
        <source>Everybody’s hours</source>
        <translation>Zeiten aller</translation>
    </message>
    <message>
        <source>Hours of %1</source>
        <translation>Zeiten von %1</translation>
    </message>
    <message>
        <source>The limits are in force.</source>
        <translation>Die Grenzen gelten.</translation>
    </message>
    <message>
        <source>The hours are in force.</source>
        <translation>Die Zeiten gelten.</translation>
    </message>
    <message>
        <source>Write down how it was said, and when.</source>
        <translation>Schreiben Sie auf, wie es gesagt wurde und wann.</translation>
    </message>
    <message>
        <source>Whose consent is it?</source>
        <translation>Wessen Einwilligung ist es?</translation>
    </message>
    <message>
        <source>Consent to mail</source>
        <translation>Einwilligung in E-Mails</translation>
    </message>
    <message>
        <source>Who works when</source>
        <translation>Wer wann arbeitet</translation>
    </message>
    <message>
        <source>Address, @domain or +telephone</source>
        <translation>Adresse, @Domain oder +Telefon</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Mail address that a consent is about</source>
        <translation>E-Mail-Adresse, um deren Einwilligung es geht</translation>
    </message>
    <message>
        <source>On what basis</source>
        <translation>Auf welcher Grundlage</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>legitimate interest</source>
        <translation>berechtigtes Interesse</translation>
    </message>
    <message>
        <source>How it was said, and when</source>
        <translation>Wie es gesagt wurde und wann</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Zugestimmt</translation>
    </message>
    <message>
        <source>Took it back</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Change limits…</source>
        <translation>Grenzen ändern …</translation>
    </message>
    <message>
        <source>Add a rep…</source>
        <translation>Jemanden aufnehmen …</translation>
    </message>
    <message>
        <source>Change everybody’s hours…</source>
        <translation>Zeiten aller ändern …</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>nichts wartet</translation>
    </message>
</context>
<context>
    <name>topline::pages::GuardSeatForm</name>
    <message>
        <source>Rep</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Share of the work</source>
        <translation>Anteil an der Arbeit</translation>
    </message>
    <message>
        <source>1 is one share</source>
        <translation>1 ist ein Anteil</translation>
    </message>
    <message>
        <source>Open inbound actions at a time</source>
        <translation>Offene Anfragen zugleich</translation>
    </message>
    <message>
        <source>Takes inbound actions now</source>
        <translation>Übernimmt jetzt Anfragen</translation>
    </message>
    <message>
        <source>Away until</source>
        <translation>Abwesend bis</translation>
    </message>
    <message>
        <source>such as 2026-12-24; empty when it is not known</source>
        <translation>wie 2026-12-24; leer, wenn es nicht bekannt ist</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Write the day like 2026-12-24.</source>
        <translation>Schreiben Sie den Tag wie 2026-12-24.</translation>
    </message>
</context>
<context>
    <name>topline::pages::HandOnChooser</name>
    <message>
        <source>Nothing waits here that could be given to somebody else.</source>
        <translation>Hier wartet nichts, was jemand anders bekommen könnte.</translation>
    </message>
    <message numerus="yes">
        <source>Give %n action(s) to</source>
        <translation>
            <numerusform>%n Aktion geben an</numerusform>
            <numerusform>%n Aktionen geben an</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A rep, and how much they have to do: &quot;Maya Okafor: 7 of 20 open&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is no other rep</source>
        <translation>Es gibt keinen anderen</translation>
    </message>
    <message>
        <source>Why %1 gets it</source>
        <translation>Warum %1 es bekommt</translation>
    </message>
    <message>
        <source>Given to %1. Ctrl+Z takes it back.</source>
        <translation>An %1 gegeben. Strg+Z nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>topline::pages::IcpBox</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Add a criterion</source>
        <translation>Kriterium hinzufügen</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>Remove the profile</source>
        <translation>Profil entfernen</translation>
    </message>
    <message>
        <source>weights: %1 of 100</source>
        <translation>Gewichte: %1 von 100</translation>
    </message>
</context>
<context>
    <name>topline::pages::IcpCriterionEdit</name>
    <message>
        <source>Criterion</source>
        <translation>Kriterium</translation>
    </message>
    <message>
        <source>Weight in percent</source>
        <translation>Gewicht in Prozent</translation>
    </message>
    <message>
        <source>Take the criterion out</source>
        <translation>Kriterium entfernen</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>no least</source>
        <translation>ohne Mindestwert</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>no greatest</source>
        <translation>ohne Höchstwert</translation>
    </message>
    <message>
        <source>to</source>
        <comment>between two numbers</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>any known country; else names with commas</source>
        <translation>jedes bekannte Land; sonst Namen mit Komma</translation>
    </message>
    <message>
        <source>any known industry; else names with commas</source>
        <translation>jede bekannte Branche; sonst Namen mit Komma</translation>
    </message>
    <message>
        <source>%1: any of</source>
        <translation>%1: eines von</translation>
    </message>
    <message>
        <source>any, by rank</source>
        <translation>jede, nach Rang</translation>
    </message>
    <message>
        <source>any known department</source>
        <translation>jede bekannte Abteilung</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>No account has this industry: %1. Known are: %2.</source>
        <translation>Keine Firma hat diese Branche: %1. Bekannt sind: %2.</translation>
    </message>
</context>
<context>
    <name>topline::pages::IcpPane</name>
    <message>
        <source>Ideal customers</source>
        <translation>Ideale Kunden</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add a profile</source>
        <translation>Profil hinzufügen</translation>
    </message>
    <message>
        <source>who is worth selling to; an account is weighed by the profile it fits best</source>
        <translation>an wen sich Verkaufen lohnt; das am besten passende Profil zählt</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl S</source>
        <translation>Strg S</translation>
    </message>
    <message>
        <source>Profiles and job titles</source>
        <translation>Profile und Berufstitel</translation>
    </message>
    <message>
        <source>Profile %1</source>
        <translation>Profil %1</translation>
    </message>
    <message>
        <source>The profiles could not be read. %1</source>
        <translation>Die Profile konnten nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>Could not be measured. %1</source>
        <translation>Konnte nicht gemessen werden. %1</translation>
    </message>
    <message>
        <source>Without a profile the built-in one is used: any known industry 40, 50 to 5,000 employees 30, the best seniority 30.</source>
        <translation>Ohne Profil gilt das eingebaute: jede bekannte Branche 40, 50 bis 5.000 Mitarbeitende 30, höchste Position 30.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Not saved; what you typed is still here.</source>
        <translation>Nicht gespeichert; Ihre Eingabe ist noch da.</translation>
    </message>
    <message>
        <source>Profiles saved; every account is weighed again</source>
        <translation>Profile gespeichert; jede Firma wird neu gewogen</translation>
    </message>
    <message>
        <source>You have changes. Save them, or press Esc again to drop them.</source>
        <translation>Es gibt Änderungen. Speichern Sie sie, oder verwerfen Sie sie mit einem zweiten Esc.</translation>
    </message>
</context>
<context>
    <name>topline::pages::IcpPeople</name>
    <message>
        <source>Add a word</source>
        <translation>Wort hinzufügen</translation>
    </message>
    <message>
        <source>Job titles</source>
        <translation>Berufstitel</translation>
    </message>
    <message>
        <source>what a word of a title says; before the built-in words</source>
        <translation>was ein Wort im Titel sagt; vor den eingebauten Wörtern</translation>
    </message>
    <message>
        <source>Only the built-in words are used.</source>
        <translation>Nur die eingebauten Wörter gelten.</translation>
    </message>
    <message>
        <source>Word of a job title</source>
        <translation>Wort eines Berufstitels</translation>
    </message>
    <message>
        <source>word of a title, e.g. treasurer</source>
        <translation>Wort eines Titels, z. B. Prokurist</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>any rank</source>
        <translation>jede Position</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>any department</source>
        <translation>jede Abteilung</translation>
    </message>
    <message>
        <source>Take the word out</source>
        <translation>Wort entfernen</translation>
    </message>
</context>
<context>
    <name>topline::pages::IcpRates</name>
    <message>
        <source>Looking through a year of every account…</source>
        <translation>Ein Jahr jeder Firma wird durchgesehen …</translation>
    </message>
    <message>
        <source>Nothing to measure yet: no account has a history of 14 days.</source>
        <translation>Noch nichts zu messen: keine Firma hat 14 Tage Geschichte.</translation>
    </message>
    <message>
        <source>Too little to judge: %1 of the %2 moments that it takes.</source>
        <translation>Zu wenig für ein Urteil: %1 von %2 nötigen Momenten.</translation>
    </message>
    <message>
        <source>Hot is proven: even its low end is at least three times the rate of all.</source>
        <translation>Heiß ist belegt: selbst das untere Ende ist mindestens dreimal die Quote aller.</translation>
    </message>
    <message>
        <source>Hot is not proven: its low end is below three times the rate of all. Other criteria or weights may part accounts better.</source>
        <translation>Heiß ist nicht belegt: das untere Ende liegt unter dem Dreifachen der Quote aller. Andere Kriterien oder Gewichte trennen Firmen vielleicht besser.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>nie gesehen</translation>
    </message>
    <message>
        <source>few, n %1</source>
        <translation>wenige, n %1</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>A meeting within 14 d, of moments 14 d apart</source>
        <translation>Ein Termin in 14 T, Momente alle 14 T</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>Low end, 80 %</source>
        <translation>Unteres Ende, 80 %</translation>
    </message>
</context>
<context>
    <name>topline::pages::ImportPanel</name>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Nothing chosen yet. Files and folders can also be dropped here.</source>
        <translation>Noch nichts gewählt. Dateien und Ordner lassen sich auch hierher ziehen.</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Zu importierende Dateien</translation>
    </message>
    <message>
        <source>Tables and events (*.csv *.tsv *.txt *.jsonl *.ndjson);;All files (*)</source>
        <translation>Tabellen und Ereignisse (*.csv *.tsv *.txt *.jsonl *.ndjson);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Folder to import</source>
        <translation>Zu importierender Ordner</translation>
    </message>
    <message>
        <source>Mapping file</source>
        <translation>Zuordnungsdatei</translation>
    </message>
    <message>
        <source>Mappings (*.yaml *.yml)</source>
        <translation>Zuordnungen (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Reading, without writing anything</source>
        <translation>Wird gelesen, nichts wird geschrieben</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Wird importiert</translation>
    </message>
    <message>
        <source>You will see what would come in and which rows would not.</source>
        <translation>Sie sehen, was hereinkäme und welche Zeilen nicht.</translation>
    </message>
    <message>
        <source>What has come in stays, even if you stop here.</source>
        <translation>Was hereinkam, bleibt, auch wenn Sie hier anhalten.</translation>
    </message>
    <message>
        <source>The dry run was stopped</source>
        <translation>Der Probelauf wurde angehalten</translation>
    </message>
    <message>
        <source>The import was stopped</source>
        <translation>Der Import wurde angehalten</translation>
    </message>
    <message>
        <source>This would change nothing</source>
        <translation>Das würde nichts ändern</translation>
    </message>
    <message>
        <source>Nothing had changed</source>
        <translation>Nichts hatte sich geändert</translation>
    </message>
    <message>
        <source>This would bring %1</source>
        <translation>Das brächte %1</translation>
    </message>
    <message>
        <source>%1 came in</source>
        <translation>%1 kamen herein</translation>
    </message>
    <message>
        <source>Mapping: %1. Nothing has been written.</source>
        <translation>Zuordnung: %1. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Mapping: %1. Importing the same files again changes nothing.</source>
        <translation>Zuordnung: %1. Dieselben Dateien erneut zu importieren ändert nichts.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Companies, contacts, deals, owners, products, activities and events.</source>
        <translation>Firmen, Kontakte, Geschäfte, Zuständige, Produkte, Aktivitäten und Ereignisse.</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>The dry run reads everything and writes nothing.</source>
        <translation>Der Probelauf liest alles und schreibt nichts.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Refused rows are kept aside with their reason; the rest goes in.</source>
        <translation>Abgelehnte Zeilen bleiben mit Grund beiseite; der Rest kommt herein.</translation>
    </message>
    <message>
        <source>Open the feed</source>
        <translation>Aufgaben öffnen</translation>
    </message>
    <message>
        <source>The feed fills as soon as the rows are in.</source>
        <translation>Die Liste füllt sich, sobald die Zeilen da sind.</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>CSV, TSV or JSON Lines</source>
        <translation>CSV, TSV oder JSON Lines</translation>
    </message>
    <message>
        <source>which column is what</source>
        <translation>welche Spalte was ist</translation>
    </message>
    <message>
        <source>nothing is written</source>
        <translation>nichts wird geschrieben</translation>
    </message>
    <message>
        <source>can be stopped</source>
        <translation>lässt sich anhalten</translation>
    </message>
    <message>
        <source>Which files?</source>
        <translation>Welche Dateien?</translation>
    </message>
    <message>
        <source>A folder with an export of your CRM, or single files. They are only read.</source>
        <translation>Ein Ordner mit einem Export Ihres CRM oder einzelne Dateien. Sie werden nur gelesen.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen …</translation>
    </message>
    <message>
        <source>Chosen files</source>
        <translation>Gewählte Dateien</translation>
    </message>
    <message>
        <source>What is in them?</source>
        <translation>Was ist darin?</translation>
    </message>
    <message>
        <source>CRM records: companies, contacts, deals, activities</source>
        <translation>CRM-Datensätze: Firmen, Kontakte, Geschäfte, Aktivitäten</translation>
    </message>
    <message>
        <source>Buyer events: page views, opens, replies, meetings</source>
        <translation>Käuferereignisse: Aufrufe, Öffnungen, Antworten, Termine</translation>
    </message>
    <message>
        <source>A mapping says which column is what. Left to Topline, it recognises the export by its columns.</source>
        <translation>Eine Zuordnung sagt, welche Spalte was ist. Topline erkennt den Export sonst an seinen Spalten.</translation>
    </message>
    <message>
        <source>Recognise it by its columns</source>
        <translation>An den Spalten erkennen</translation>
    </message>
    <message>
        <source>Own mapping file…</source>
        <translation>Eigene Zuordnungsdatei …</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>topline::pages::ImportReportView</name>
    <message>
        <source>Counts by kind of record</source>
        <translation>Anzahl je Art</translation>
    </message>
    <message>
        <source>Rows kept aside</source>
        <translation>Zurückgelegte Zeilen</translation>
    </message>
    <message>
        <source>No row was refused.</source>
        <translation>Keine Zeile wurde abgelehnt.</translation>
    </message>
    <message>
        <source>%1 rows are kept aside for repair; the first %2:</source>
        <translation>%1 Zeilen liegen zur Reparatur beiseite; die ersten %2:</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) kept aside for repair; the rest goes in</source>
        <translation>
            <numerusform>%n Zeile liegt zur Reparatur beiseite; der Rest kommt herein</numerusform>
            <numerusform>%n Zeilen liegen zur Reparatur beiseite; der Rest kommt herein</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::ImportRun</name>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 Min.</translation>
    </message>
</context>
<context>
    <name>topline::pages::IndexHead</name>
    <message>
        <source>Revenue Velocity Index, %1 on last week and %2 on the baseline</source>
        <translation>Umsatztempo-Index, %1 zur Vorwoche und %2 zur Basis</translation>
    </message>
    <message>
        <source>Revenue Velocity Index</source>
        <translation>Umsatztempo-Index</translation>
    </message>
    <message>
        <source>cycle %1, win %2, size %3, pipeline per rep %4</source>
        <translation>Dauer %1, Gewinn %2, Größe %3, Pipeline je Person %4</translation>
    </message>
    <message>
        <source>100 times the product of the four levers&apos; ratios to their baseline, each to the power of its weight; a longer cycle counts against it.</source>
        <translation>100 mal das Produkt der vier Hebel im Verhältnis zu ihrer Basis, jeder hoch sein Gewicht; eine längere Dauer zählt dagegen.</translation>
    </message>
    <message>
        <source>low confidence</source>
        <translation>wenig Daten</translation>
    </message>
</context>
<context>
    <name>topline::pages::KpiTile</name>
    <message>
        <source>%1 in 7 days</source>
        <translation>%1 in 7 Tagen</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>7 d</source>
        <extracomment>The period of a change: seven days.</extracomment>
        <translation>7 T.</translation>
    </message>
</context>
<context>
    <name>topline::pages::LaneBar</name>
    <message numerus="yes">
        <source>%n new, press</source>
        <translation>
            <numerusform>%n neu:</numerusform>
            <numerusform>%n neu:</numerusform>
        </translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
</context>
<context>
    <name>topline::pages::LetterBox</name>
    <message>
        <source>How the mail is shown</source>
        <translation>Wie die Mail gezeigt wird</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Worte</translation>
    </message>
    <message>
        <source>As it was sent</source>
        <translation>Wie gesendet</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Text of the mail</source>
        <translation>Text der Mail</translation>
    </message>
    <message>
        <source>Nothing in it is loaded from outside, and reading it here marks nothing in the mailbox.</source>
        <translation>Nichts darin wird von außen geladen, und sie hier zu lesen markiert im Postfach nichts.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Without a subject</source>
        <translation>Ohne Betreff</translation>
    </message>
    <message>
        <source>%1 &lt;%2&gt;</source>
        <translation>%1 &lt;%2&gt;</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No text of this mail is kept here.</source>
        <translation>Von dieser E-Mail ist hier kein Text aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>topline::pages::LeverPane</name>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message numerus="yes">
        <source>Open %n deals</source>
        <translation>
            <numerusform>%n Geschäft öffnen</numerusform>
            <numerusform>%n Geschäfte öffnen</numerusform>
        </translation>
    </message>
    <message>
        <source>No index yet, so no lever to name.</source>
        <translation>Noch kein Index, also kein Hebel zu nennen.</translation>
    </message>
    <message>
        <source>Deals it holds</source>
        <translation>Geschäfte, die es hält</translation>
    </message>
</context>
<context>
    <name>topline::pages::LeverTile</name>
    <message>
        <source>baseline %1</source>
        <translation>Basis %1</translation>
    </message>
    <message>
        <source>13 weeks</source>
        <translation>13 Wochen</translation>
    </message>
    <message>
        <source>Single week</source>
        <translation>Einzelne Woche</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>W%1</source>
        <extracomment>Number of a calendar week.</extracomment>
        <translation>W%1</translation>
    </message>
    <message>
        <source>Too few weeks for a line yet.</source>
        <translation>Noch zu wenige Wochen für eine Linie.</translation>
    </message>
    <message>
        <source>weakest lever</source>
        <translation>schwächster Hebel</translation>
    </message>
</context>
<context>
    <name>topline::pages::LinkPane</name>
    <message>
        <source>Host that links of drafts may lead to</source>
        <translation>Host, zu dem Links in Entwürfen führen dürfen</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Links of plays, snippets and content, and to your own mail domain, are known anyway. Any other link keeps a draft from leaving.</source>
        <translation>Links aus Plays, Textbausteinen und Inhalten und zur eigenen Mail-Domain sind ohnehin bekannt. Jeder andere Link hält einen Entwurf auf.</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Streichen</translation>
    </message>
    <message>
        <source>Taken off.</source>
        <translation>Gestrichen.</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Allowed.</source>
        <translation>Erlaubt.</translation>
    </message>
</context>
<context>
    <name>topline::pages::MailForm</name>
    <message>
        <source>Mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Server for sending (SMTP)</source>
        <translation>Server zum Senden (SMTP)</translation>
    </message>
    <message>
        <source>Server for reading (IMAP)</source>
        <translation>Server zum Lesen (IMAP)</translation>
    </message>
    <message>
        <source>Sign-in name, if it is not the address</source>
        <translation>Anmeldename, falls es nicht die Adresse ist</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Signature under every mail</source>
        <translation>Signatur unter jeder E-Mail</translation>
    </message>
    <message>
        <source>Postal address in the footer</source>
        <translation>Postanschrift in der Fußzeile</translation>
    </message>
    <message>
        <source>The law asks for one under a commercial mail; no mail leaves without it.</source>
        <translation>Das Gesetz verlangt sie unter einer geschäftlichen E-Mail; ohne sie geht keine E-Mail hinaus.</translation>
    </message>
    <message>
        <source>Both servers are asked over a secure connection before anything is kept. Reading never marks a mail as read.</source>
        <translation>Beide Server werden über eine sichere Verbindung gefragt, bevor etwas gespeichert wird. Das Lesen markiert nie eine E-Mail als gelesen.</translation>
    </message>
    <message>
        <source>Port 587 and 143 begin with STARTTLS, all others with TLS at once.</source>
        <translation>Port 587 und 143 beginnen mit STARTTLS, alle anderen sofort mit TLS.</translation>
    </message>
    <message>
        <source>%1 wants a password made for programs (app password), not your own.</source>
        <translation>%1 verlangt ein eigenes Passwort für Programme (App-Passwort), nicht Ihr eigenes.</translation>
    </message>
    <message>
        <source>The servers of %1 are filled in.</source>
        <translation>Die Server von %1 sind eingetragen.</translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation>Wie angemeldet wird</translation>
    </message>
    <message>
        <source>In the browser</source>
        <translation>Im Browser</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Ein anderer</translation>
    </message>
    <message>
        <source>Client id of your organisation&apos;s app</source>
        <translation>Client-ID der App Ihrer Organisation</translation>
    </message>
    <message>
        <source>Client secret, if there is one</source>
        <translation>Client-Geheimnis, falls es eines gibt</translation>
    </message>
    <message>
        <source>Address of the sign-in page</source>
        <translation>Adresse der Anmeldeseite</translation>
    </message>
    <message>
        <source>Address for tokens</source>
        <translation>Adresse für Tokens</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>The sign-in opens in the browser; only its tokens are kept, in this computer&apos;s keychain.</source>
        <translation>Die Anmeldung öffnet sich im Browser; behalten werden nur ihre Tokens, im Schlüsselbund dieses Rechners.</translation>
    </message>
</context>
<context>
    <name>topline::pages::MailboxBox</name>
    <message>
        <source>Settings of %1</source>
        <translation>Einstellungen von %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Signature under every mail</source>
        <translation>Signatur unter jeder Mail</translation>
    </message>
    <message>
        <source>Postal address in the footer</source>
        <translation>Postanschrift in der Fußzeile</translation>
    </message>
    <message>
        <source>Answers go to, if not to this mailbox</source>
        <translation>Antworten gehen an, falls nicht an dieses Postfach</translation>
    </message>
    <message>
        <source>Language of the footer</source>
        <translation>Sprache der Fußzeile</translation>
    </message>
    <message>
        <source>By the recipient&apos;s country</source>
        <translation>Nach dem Land des Empfängers</translation>
    </message>
    <message>
        <source>Page for unsubscribing, if you have one</source>
        <translation>Seite zum Abmelden, falls Sie eine haben</translation>
    </message>
    <message>
        <source>What was approved before keeps its text. Answers that go to another mailbox are not noticed here.</source>
        <translation>Was vorher freigegeben wurde, behält seinen Text. Antworten an ein anderes Postfach werden hier nicht bemerkt.</translation>
    </message>
</context>
<context>
    <name>topline::pages::MeetingBox</name>
    <message>
        <source>Propose times to %1</source>
        <translation>%1 Termine vorschlagen</translation>
    </message>
    <message>
        <source>Put into the draft</source>
        <translation>In den Entwurf schreiben</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Length of the meeting</source>
        <translation>Dauer des Termins</translation>
    </message>
    <message>
        <source>Looking for times…</source>
        <translation>Freie Zeiten werden gesucht …</translation>
    </message>
    <message>
        <source>No time in the next weeks suits both sides.</source>
        <translation>In den nächsten Wochen passt keine Zeit beiden Seiten.</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>Eine Zeit buchen</translation>
    </message>
    <message>
        <source>Book %1</source>
        <translation>%1 buchen</translation>
    </message>
    <message>
        <source>Asking your calendar…</source>
        <translation>Ihr Kalender wird gefragt…</translation>
    </message>
    <message>
        <source>Place or link, for the invitation</source>
        <translation>Ort oder Link, für die Einladung</translation>
    </message>
</context>
<context>
    <name>topline::pages::MissingPane</name>
    <message>
        <source>Look for it</source>
        <translation>Danach suchen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Name, e-mail address or the CRM&apos;s own id</source>
        <translation>Name, E-Mail-Adresse oder Kennung im CRM</translation>
    </message>
    <message>
        <source>The record that is missing</source>
        <translation>Der fehlende Datensatz</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Says whether a record is here, deleted, merged into another one, hidden from this sign-in, or was never seen.</source>
        <translation>Sagt, ob ein Datensatz da ist, gelöscht, in einen anderen überführt, für diese Anmeldung unsichtbar oder nie gesehen.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Sucht …</translation>
    </message>
    <message>
        <source>Nothing of that name or id was found, here or there. Check the spelling, or whether this sign-in may see it.</source>
        <translation>Unter diesem Namen oder dieser Kennung war weder hier noch dort etwas zu finden. Prüfen Sie die Schreibweise oder ob diese Anmeldung ihn sehen darf.</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s), best first</source>
        <translation>
            <numerusform>%n Fund</numerusform>
            <numerusform>%n Funde, der beste zuerst</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::ModelPane</name>
    <message>
        <source>Let a language model write drafts in this workspace</source>
        <translation>Ein Sprachmodell darf in diesem Arbeitsbereich Entwürfe schreiben</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Language of drafts</source>
        <translation>Sprache der Entwürfe</translation>
    </message>
    <message>
        <source>as the draft is</source>
        <translation>wie der Entwurf</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>for instance: plain and short</source>
        <translation>zum Beispiel: schlicht und kurz</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>only where the address wants one</source>
        <translation>nur wo die Adresse einen verlangt</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Schlüssel vergessen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>A key is in the keychain.</source>
        <translation>Ein Schlüssel liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>There is no key.</source>
        <translation>Es gibt keinen Schlüssel.</translation>
    </message>
    <message>
        <source>A key is kept until the program ends: there is no keychain here.</source>
        <translation>Ein Schlüssel bleibt bis zum Programmende: Hier gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>There is no keychain here; a key is kept until the program ends.</source>
        <translation>Hier gibt es keinen Schlüsselbund; ein Schlüssel bleibt bis zum Programmende.</translation>
    </message>
    <message>
        <source>Saved. What is sent is shown before it goes.</source>
        <translation>Gespeichert. Was gesendet wird, sehen Sie vorher.</translation>
    </message>
    <message>
        <source>Off until you turn it on. A model writes the text of a draft and nothing else: no recipients, no links, no amounts. What is sent to it is shown before it goes, without names, addresses and numbers, and nothing that it wrote leaves without a person.</source>
        <translation>Aus, bis Sie es einschalten. Ein Modell schreibt den Text eines Entwurfs und sonst nichts: keine Empfänger, keine Links, keine Beträge. Was ihm gesendet wird, sehen Sie vorher, ohne Namen, Adressen und Nummern, und nichts, was es schrieb, geht ohne einen Menschen hinaus.</translation>
    </message>
</context>
<context>
    <name>topline::pages::MomentBox</name>
    <message>
        <source>Day, time, or both</source>
        <translation>Tag, Uhrzeit oder beides</translation>
    </message>
    <message>
        <source>%1 %2, in %3</source>
        <extracomment>Weekday, moment, and how far away it is: &quot;Fri 21 Nov 09:00, in 2 d&quot;.</extracomment>
        <translation>%1 %2, in %3</translation>
    </message>
    <message>
        <source>The clocks change then: %1</source>
        <translation>Dann wird die Uhr umgestellt: %1</translation>
    </message>
    <message>
        <source>in 3 h · tomorrow 14:00 · fri 9 · 30 nov 10:00</source>
        <translation>in 3 Std. · morgen 14:00 · Fr 9 · 30. Nov. 10:00</translation>
    </message>
</context>
<context>
    <name>topline::pages::MomentModel</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a weekday and a date</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 of 100</source>
        <translation>%1 von 100</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>bot, weight 0</source>
        <translation>Bot, Gewicht 0</translation>
    </message>
    <message>
        <source>play: %1</source>
        <translation>Play: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>kind and amount</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>person, deed</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>a person, as you said</source>
        <translation>ein Mensch, wie Sie sagten</translation>
    </message>
    <message>
        <source>taken for a machine, weight nothing</source>
        <translation>für eine Maschine gehalten, zählt nichts</translation>
    </message>
    <message numerus="yes">
        <source>Plays held back %n time(s)</source>
        <translation>
            <numerusform>%n Play zurückgehalten</numerusform>
            <numerusform>%n Plays zurückgehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>each with its reason</source>
        <translation>jeder mit Grund</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::NextStepEdit</name>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>What happens next, and who does it</source>
        <translation>Was als Nächstes geschieht, und wer es tut</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>topline::pages::ObjectDelegate</name>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Complete through</source>
        <translation>Vollständig bis</translation>
    </message>
    <message>
        <source>Pulled</source>
        <translation>Geholt</translation>
    </message>
    <message>
        <source>In the CRM</source>
        <translation>Im CRM</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Records short</source>
        <translation>Unvollständig</translation>
    </message>
</context>
<context>
    <name>topline::pages::OwnerChoice</name>
    <message>
        <source>All reps</source>
        <translation>Alle Personen</translation>
    </message>
</context>
<context>
    <name>topline::pages::PairList</name>
    <message>
        <source>%1 in the stage</source>
        <translation>%1 in der Phase</translation>
    </message>
    <message>
        <source>no next step</source>
        <translation>kein nächster Schritt</translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation>als Nächstes: %1</translation>
    </message>
    <message>
        <source>close date passed, %1</source>
        <translation>Abschlussdatum verstrichen, %1</translation>
    </message>
    <message>
        <source>closes %1</source>
        <translation>Abschluss %1</translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation>geschlossen %1</translation>
    </message>
</context>
<context>
    <name>topline::pages::PipelinePage</name>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Geschäfte</translation>
    </message>
    <message>
        <source>Which deals</source>
        <translation>Welche Geschäfte</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Columns of the deals</source>
        <translation>Spalten der Geschäfte</translation>
    </message>
    <message>
        <source>Next deal</source>
        <translation>Nächstes Geschäft</translation>
    </message>
    <message>
        <source>Previous deal</source>
        <translation>Voriges Geschäft</translation>
    </message>
    <message>
        <source>Open the deal</source>
        <translation>Geschäft öffnen</translation>
    </message>
    <message>
        <source>Make a task from this</source>
        <translation>Aufgabe daraus machen</translation>
    </message>
    <message>
        <source>Show all open deals</source>
        <translation>Alle offenen Geschäfte zeigen</translation>
    </message>
    <message>
        <source>%1 · as of %2</source>
        <translation>%1 · Stand %2</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>At risk %1</source>
        <translation>Gefährdet %1</translation>
    </message>
    <message>
        <source>Mine %1</source>
        <translation>Meine %1</translation>
    </message>
    <message>
        <source>None of these deals is open or was closed lately.</source>
        <translation>Keins dieser Geschäfte ist offen oder jüngst geschlossen.</translation>
    </message>
    <message>
        <source>No open deals here.</source>
        <translation>Hier sind keine offenen Geschäfte.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Task made: %1</source>
        <translation>Aufgabe angelegt: %1</translation>
    </message>
    <message>
        <source>Change the next step</source>
        <translation>Nächsten Schritt ändern</translation>
    </message>
    <message>
        <source>Why: risk, win probability, timeline</source>
        <translation>Warum: Risiko, Gewinnwahrscheinlichkeit, Verlauf</translation>
    </message>
    <message>
        <source>Zombies</source>
        <translation>Zombies</translation>
    </message>
    <message>
        <source>Risk 50+ %1</source>
        <translation>Risiko 50+ %1</translation>
    </message>
    <message>
        <source>Zombies %1</source>
        <translation>Zombies %1</translation>
    </message>
    <message>
        <source>Open the account of the deal</source>
        <translation>Firma des Geschäfts öffnen</translation>
    </message>
    <message>
        <source>Deals or forecast</source>
        <translation>Geschäfte oder Prognose</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>Span of the forecast</source>
        <translation>Zeitraum der Prognose</translation>
    </message>
    <message>
        <source>Show deals or forecast</source>
        <translation>Geschäfte oder Prognose zeigen</translation>
    </message>
    <message>
        <source>Forecast the next span</source>
        <translation>Nächsten Zeitraum vorhersagen</translation>
    </message>
    <message>
        <source>Open deals or track record of the forecast</source>
        <translation>Offene Geschäfte oder Trefferbild der Prognose</translation>
    </message>
    <message>
        <source>Call the deal …</source>
        <translation>Geschäft ansagen …</translation>
    </message>
    <message>
        <source>Call the deal: %1</source>
        <translation>Geschäft ansagen: %1</translation>
    </message>
    <message>
        <source>Take the call back: as by its stage</source>
        <translation>Ansage zurücknehmen: wie nach Phase</translation>
    </message>
    <message>
        <source>%1 · until %2 · as of %3</source>
        <translation>%1 · bis %2 · Stand %3</translation>
    </message>
    <message>
        <source>%1 · working out the forecast …</source>
        <translation>%1 · Prognose wird berechnet …</translation>
    </message>
    <message>
        <source>As by its stage: %1</source>
        <translation>Wie nach Phase: %1</translation>
    </message>
    <message>
        <source>%1 called %2</source>
        <translation>%1 angesagt: %2</translation>
    </message>
    <message>
        <source>The call on %1 was taken back</source>
        <translation>Die Ansage zu %1 wurde zurückgenommen</translation>
    </message>
    <message>
        <source>Findings and alerts</source>
        <translation>Befunde und Alarme</translation>
    </message>
    <message numerus="yes">
        <source>%n more closed too long ago to be listed here.</source>
        <translation>
            <numerusform>%n weiteres schloss zu lange her, um hier zu stehen.</numerusform>
            <numerusform>%n weitere schlossen zu lange her, um hier zu stehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the chart as a picture</source>
        <translation>Das Diagramm als Bild kopieren</translation>
    </message>
    <message>
        <source>Chart copied</source>
        <translation>Diagramm kopiert</translation>
    </message>
    <message>
        <source>%1 · reading the deals …</source>
        <translation>%1 · Geschäfte werden gelesen …</translation>
    </message>
</context>
<context>
    <name>topline::pages::PipelineSide</name>
    <message>
        <source>Stalled past p80</source>
        <translation>Stillstand über p80</translation>
    </message>
    <message>
        <source>Close date passed</source>
        <translation>Abschluss überfällig</translation>
    </message>
    <message>
        <source>No two-way touch, 14 d</source>
        <translation>Kein Austausch, 14 T.</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>Kein nächster Schritt</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Moved in 7 d</source>
        <translation>Bewegung in 7 T.</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>Trichter</translation>
    </message>
    <message>
        <source>entered in 13 weeks, with days per stage</source>
        <translation>Eintritte in 13 Wochen, mit Tagen je Phase</translation>
    </message>
    <message>
        <source>open one to filter the deals</source>
        <translation>öffnen, um zu filtern</translation>
    </message>
    <message>
        <source>%1: %2 deals, %3</source>
        <translation>%1: %2 Geschäfte, %3</translation>
    </message>
</context>
<context>
    <name>topline::pages::PlayEditor</name>
    <message>
        <source>Text of the play</source>
        <translation>Text des Plays</translation>
    </message>
</context>
<context>
    <name>topline::pages::PlayHistoryView</name>
    <message>
        <source>Versions of the play</source>
        <translation>Versionen des Plays</translation>
    </message>
    <message>
        <source>Go back to this version</source>
        <translation>Zu dieser Version zurück</translation>
    </message>
    <message>
        <source>What differs, line by line</source>
        <translation>Unterschiede, Zeile für Zeile</translation>
    </message>
    <message>
        <source>From version %1 to version %2</source>
        <translation>Von Version %1 zu Version %2</translation>
    </message>
    <message>
        <source>Version %1, the first one</source>
        <translation>Version %1, die erste</translation>
    </message>
</context>
<context>
    <name>topline::pages::PlayPage</name>
    <message>
        <source>Plays</source>
        <translation>Plays</translation>
    </message>
    <message>
        <source>Import a play</source>
        <translation>Play importieren</translation>
    </message>
    <message>
        <source>Next play</source>
        <translation>Nächstes Play</translation>
    </message>
    <message>
        <source>Previous play</source>
        <translation>Voriges Play</translation>
    </message>
    <message>
        <source>Show the cadence</source>
        <translation>Kadenz zeigen</translation>
    </message>
    <message>
        <source>Show the text of the play</source>
        <translation>Text des Plays zeigen</translation>
    </message>
    <message>
        <source>Show the dry run</source>
        <translation>Probelauf zeigen</translation>
    </message>
    <message>
        <source>Show the history of the play</source>
        <translation>Verlauf des Plays zeigen</translation>
    </message>
    <message>
        <source>Show the runs under way</source>
        <translation>Laufende Durchgänge zeigen</translation>
    </message>
    <message>
        <source>Dry run on past data</source>
        <translation>Probelauf auf vergangenen Daten</translation>
    </message>
    <message>
        <source>Save the text as a new version</source>
        <translation>Text als neue Version speichern</translation>
    </message>
    <message>
        <source>Switch the play on or off</source>
        <translation>Play ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Export the play</source>
        <translation>Play exportieren</translation>
    </message>
    <message>
        <source>The plays could not be read.</source>
        <translation>Die Plays konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>%1 an</translation>
    </message>
    <message>
        <source>Discard the change?</source>
        <translation>Änderung verwerfen?</translation>
    </message>
    <message>
        <source>Discard the change</source>
        <translation>Änderung verwerfen</translation>
    </message>
    <message>
        <source>The text of this play was changed and is not saved.</source>
        <translation>Der Text dieses Plays wurde geändert und ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>Plays (*.yaml *.yml)</source>
        <translation>Plays (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>%1 cannot be read, or is larger than 64 kB.</source>
        <translation>%1 kann nicht gelesen werden oder ist größer als 64 kB.</translation>
    </message>
    <message>
        <source>Imported as version %1</source>
        <translation>Als Version %1 importiert</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>The text of a play is changed and not saved.</source>
        <translation>Der Text eines Plays ist geändert und nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>topline::pages::PlayPane</name>
    <message>
        <source>Go there</source>
        <translation>Hingehen</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Save as a new version?</source>
        <translation>Als neue Version speichern?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) of this play are open. They stay as they are, and so do runs under way.</source>
        <translation>
            <numerusform>%n Karte dieses Plays ist offen. Sie bleibt, wie sie ist, und laufende Durchgänge auch.</numerusform>
            <numerusform>%n Karten dieses Plays sind offen. Sie bleiben, wie sie sind, und laufende Durchgänge auch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Propose cards that nobody has touched anew</source>
        <translation>Karten, die niemand angefasst hat, neu vorschlagen</translation>
    </message>
    <message>
        <source>Version %1 is in force.</source>
        <translation>Version %1 ist in Kraft.</translation>
    </message>
    <message>
        <source>Go back to version %1?</source>
        <translation>Zu Version %1 zurück?</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Its text becomes the newest version and is in force at once. Nothing is lost: the version of now stays in the history.</source>
        <translation>Ihr Text wird die neueste Version und gilt sofort. Nichts geht verloren: Die jetzige Version bleibt im Verlauf.</translation>
    </message>
    <message>
        <source>Export the play</source>
        <translation>Play exportieren</translation>
    </message>
    <message>
        <source>Plays (*.yaml)</source>
        <translation>Plays (*.yaml)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>What is shown of the play</source>
        <translation>Was vom Play gezeigt wird</translation>
    </message>
    <message>
        <source>Cadence</source>
        <translation>Kadenz</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>As the text says</source>
        <translation>Wie im Text</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>version %1, %2</source>
        <translation>Version %1, %2</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>the program offers version %1: see History</source>
        <translation>das Programm bietet Version %1 an: siehe Verlauf</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Text, not saved</source>
        <translation>Text, ungespeichert</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
</context>
<context>
    <name>topline::pages::PlayPicture</name>
    <message>
        <source>Steps of the play</source>
        <translation>Schritte des Plays</translation>
    </message>
    <message numerus="yes">
        <source>Last 30 days: %Ln hit(s)</source>
        <translation>
            <numerusform>Letzte 30 Tage: %Ln Treffer</numerusform>
            <numerusform>Letzte 30 Tage: %Ln Treffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Text “%1” of step %2: %3 of %Ln people, %4</source>
        <translation>
            <numerusform>Text „%1“ von Schritt %2: %3 von %Ln Person, %4</numerusform>
            <numerusform>Text „%1“ von Schritt %2: %3 von %Ln Personen, %4</numerusform>
        </translation>
    </message>
    <message>
        <source>enough for a word on it</source>
        <translation>genug für ein Urteil</translation>
    </message>
    <message>
        <source>not enough yet</source>
        <translation>noch nicht genug</translation>
    </message>
    <message>
        <source>Goes on %1; ends with %2, and always when the person opts out or mail bounces.</source>
        <translation>Geht weiter %1; endet mit %2, und immer bei Abmeldung oder unzustellbarer Mail.</translation>
    </message>
    <message>
        <source>May: %1</source>
        <translation>Darf: %1</translation>
    </message>
    <message>
        <source>Must ask: %1</source>
        <translation>Muss fragen: %1</translation>
    </message>
    <message>
        <source>Must not: %1</source>
        <translation>Darf nicht: %1</translation>
    </message>
    <message>
        <source>Escalates to: %1</source>
        <translation>Eskaliert an: %1</translation>
    </message>
    <message>
        <source>the owner</source>
        <translation>den Zuständigen</translation>
    </message>
    <message>
        <source>the manager</source>
        <translation>die Leitung</translation>
    </message>
</context>
<context>
    <name>topline::pages::PlayRunsView</name>
    <message>
        <source>Runs under way</source>
        <translation>Laufende Durchgänge</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>Durchgang beenden</translation>
    </message>
    <message>
        <source>Pause for a week</source>
        <translation>Eine Woche pausieren</translation>
    </message>
    <message>
        <source>Nobody is in this play now.</source>
        <translation>Niemand ist gerade in diesem Play.</translation>
    </message>
</context>
<context>
    <name>topline::pages::PlayTrialView</name>
    <message>
        <source>How far back</source>
        <translation>Wie weit zurück</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>60 days</source>
        <translation>60 Tage</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>What the dry run found</source>
        <translation>Was der Probelauf fand</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Looking at the past …</source>
        <translation>Die Vergangenheit wird angesehen …</translation>
    </message>
    <message>
        <source>Tells what the text as it stands would have done. Nothing is stored.</source>
        <translation>Sagt, was der Text, wie er dasteht, getan hätte. Nichts wird gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>Would have created %Ln action(s)</source>
        <translation>
            <numerusform>Hätte %Ln Aktion erzeugt</numerusform>
            <numerusform>Hätte %Ln Aktionen erzeugt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>suppressed %Ln</source>
        <translation>
            <numerusform>%Ln unterdrückt</numerusform>
            <numerusform>%Ln unterdrückt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>merged %Ln</source>
        <translation>
            <numerusform>%Ln zusammengeführt</numerusform>
            <numerusform>%Ln zusammengeführt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>held out %Ln</source>
        <translation>
            <numerusform>%Ln zurückgehalten</numerusform>
            <numerusform>%Ln zurückgehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) looked at</source>
        <translation>
            <numerusform>%Ln Account angesehen</numerusform>
            <numerusform>%Ln Accounts angesehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) of work</source>
        <translation>
            <numerusform>%Ln Minute Arbeit</numerusform>
            <numerusform>%Ln Minuten Arbeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %Ln later step(s)</source>
        <translation>
            <numerusform>höchstens %Ln weiterer Schritt</numerusform>
            <numerusform>höchstens %Ln weitere Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln for people who have a card now</source>
        <translation>
            <numerusform>%Ln für eine Person, die schon eine Karte hat</numerusform>
            <numerusform>%Ln für Personen, die schon eine Karte haben</numerusform>
        </translation>
    </message>
    <message>
        <source>Which rows are shown</source>
        <translation>Welche Zeilen gezeigt werden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them with a mail that waits</source>
        <translation>
            <numerusform>bei %Ln wartet die E-Mail</numerusform>
            <numerusform>bei %Ln wartet die E-Mail</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything: %1</source>
        <translation>Alles: %1</translation>
    </message>
    <message>
        <source>Created: %1</source>
        <translation>Erstellt: %1</translation>
    </message>
    <message>
        <source>Created, its mail waits: %1: %2</source>
        <translation>Erstellt, die E-Mail wartet: %1: %2</translation>
    </message>
    <message>
        <source>Suppressed: %1: %2</source>
        <translation>Unterdrückt: %1: %2</translation>
    </message>
    <message>
        <source>Merged into an open card: %1</source>
        <translation>In eine offene Karte übernommen: %1</translation>
    </message>
    <message>
        <source>Held out: %1</source>
        <translation>Vergleichsgruppe: %1</translation>
    </message>
</context>
<context>
    <name>topline::pages::RejectsModel</name>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>Warum sie abgelehnt wurde</translation>
    </message>
    <message>
        <source>The row</source>
        <translation>Die Zeile</translation>
    </message>
</context>
<context>
    <name>topline::pages::RequestDelegate</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>topline::pages::RequestLog</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Filter: method, host, path, status, reference</source>
        <translation>Filter: Methode, Rechner, Pfad, Status, Kennung</translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation>Anfragen filtern</translation>
    </message>
    <message>
        <source>Columns of the requests</source>
        <translation>Spalten der Anfragen</translation>
    </message>
    <message>
        <source>No request was made yet. Neither bodies nor queries are kept.</source>
        <translation>Noch keine Anfrage. Inhalte und Suchteile werden nicht aufbewahrt.</translation>
    </message>
    <message numerus="yes">
        <source>The last %n request(s); no bodies, no queries</source>
        <translation>
            <numerusform>Die letzte Anfrage; ohne Inhalte und Suchteile</numerusform>
            <numerusform>Die letzten %n Anfragen; ohne Inhalte und Suchteile</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation>%1 von %2 Anfragen</translation>
    </message>
</context>
<context>
    <name>topline::pages::ReviewStrip</name>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
    <message>
        <source>no subject</source>
        <translation>kein Betreff</translation>
    </message>
    <message>
        <source>unfilled field</source>
        <translation>leeres Feld</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n</source>
        <translation>
            <numerusform>%n freigeben</numerusform>
            <numerusform>%n freigeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a warning</source>
        <translation>
            <numerusform>%n mit Warnung</numerusform>
            <numerusform>%n mit Warnung</numerusform>
        </translation>
    </message>
    <message>
        <source>second mail to them</source>
        <translation>zweite Mail an sie</translation>
    </message>
    <message>
        <source>%1 of %2 mails today</source>
        <translation>%1 von %2 Mails heute</translation>
    </message>
    <message numerus="yes">
        <source>%n will wait for tomorrow</source>
        <translation>
            <numerusform>%n wartet bis morgen</numerusform>
            <numerusform>%n warten bis morgen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2. %3</source>
        <translation>%1 %2. %3</translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n</source>
        <translation>
            <numerusform>%n weglassen</numerusform>
            <numerusform>%n weglassen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::SegmentTable</name>
    <message>
        <source>low confidence</source>
        <translation>wenig Daten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Drag by segment</source>
        <translation>Zug nach Segment</translation>
    </message>
    <message>
        <source>13 weeks, index points against baseline</source>
        <translation>13 Wochen, Indexpunkte zur Basis</translation>
    </message>
    <message>
        <source>Segments by</source>
        <translation>Segmente nach</translation>
    </message>
    <message>
        <source>Columns of the segments</source>
        <translation>Spalten der Segmente</translation>
    </message>
    <message>
        <source>%1: won %2 closed, win rate %3, cycle %4, deal size %5, pipeline per rep %6, drag %7</source>
        <translation>%1: gewonnen %2 geschlossen, Gewinnrate %3, Dauer %4, Größe %5, Pipeline je Person %6, Zug %7</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Won of closed</source>
        <translation>Gewonnen von geschl.</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>Gewinnrate</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Deal size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Pipeline per rep</source>
        <translation>Pipeline je Person</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Zug</translation>
    </message>
</context>
<context>
    <name>topline::pages::SignInForm</name>
    <message>
        <source>How to sign in</source>
        <translation>Art der Anmeldung</translation>
    </message>
    <message>
        <source>Key or token</source>
        <translation>Schlüssel oder Token</translation>
    </message>
    <message>
        <source>Your own app</source>
        <translation>Eigene App</translation>
    </message>
    <message>
        <source>Service key or private-app token</source>
        <translation>Dienstschlüssel oder Token einer privaten App</translation>
    </message>
    <message>
        <source>Paste it here</source>
        <translation>Hier einfügen</translation>
    </message>
    <message>
        <source>In HubSpot: Development, Keys, Service keys. A token of an existing private app works as well.</source>
        <translation>In HubSpot: Development, Keys, Service keys. Das Token einer bestehenden privaten App geht auch.</translation>
    </message>
    <message>
        <source>It needs to read and write contacts, companies and deals, and to read owners and schemas. Without sales-email-read the texts of mails stay hidden.</source>
        <translation>Er muss Kontakte, Firmen und Geschäfte lesen und schreiben sowie Zuständige und Schemas lesen dürfen. Ohne sales-email-read bleiben die Texte der Mails verborgen.</translation>
    </message>
    <message>
        <source>Client id of your app</source>
        <translation>Client-Kennung Ihrer App</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>For an app that your organisation made itself. The sign-in opens in the browser; the secret goes to this computer&apos;s keychain.</source>
        <translation>Für eine App, die Ihre Organisation selbst angelegt hat. Die Anmeldung öffnet sich im Browser; das Geheimnis kommt in den Schlüsselbund dieses Rechners.</translation>
    </message>
    <message>
        <source>Client id (consumer key)</source>
        <translation>Client-Kennung (Consumer Key)</translation>
    </message>
    <message>
        <source>My Domain, if you have one</source>
        <translation>My Domain, falls vorhanden</translation>
    </message>
    <message>
        <source>This is a sandbox</source>
        <translation>Das ist eine Sandbox</translation>
    </message>
    <message>
        <source>Of an external client app that your organisation made in Setup, with PKCE and the scopes api and refresh_token. It needs no secret.</source>
        <translation>Von einer External Client App, die Ihre Organisation im Setup angelegt hat, mit PKCE und den Bereichen api und refresh_token. Ein Geheimnis braucht sie nicht.</translation>
    </message>
    <message>
        <source>Callback addresses to register with the app</source>
        <translation>Rücksprungadressen, die bei der App einzutragen sind</translation>
    </message>
    <message>
        <source>Copy the addresses</source>
        <translation>Adressen kopieren</translation>
    </message>
</context>
<context>
    <name>topline::pages::SignInReportView</name>
    <message>
        <source>id %1</source>
        <translation>Kennung %1</translation>
    </message>
    <message>
        <source>sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>signed in as %1</source>
        <translation>angemeldet als %1</translation>
    </message>
    <message>
        <source>What would come in</source>
        <translation>Was hereinkäme</translation>
    </message>
    <message>
        <source>Worth a look, now or later</source>
        <translation>Einen Blick wert, jetzt oder später</translation>
    </message>
    <message>
        <source>This computer offers no keychain. The sign-in is kept in memory only and ends with the program.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund. Die Anmeldung liegt nur im Speicher und endet mit dem Programm.</translation>
    </message>
</context>
<context>
    <name>topline::pages::SignalDelegate</name>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Hits, 90 d</source>
        <translation>Treffer, 90 T</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Kontrollgruppe</translation>
    </message>
    <message>
        <source>Last hit</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>topline::pages::SignalFoot</name>
    <message>
        <source>Nothing would have been different in the last 90 days.</source>
        <translation>In den letzten 90 Tagen wäre nichts anders gewesen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The name of a detector, and what it would have found.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>It touches %n other detector(s).</source>
        <translation>
            <numerusform>Es betrifft %n weiteren Detektor.</numerusform>
            <numerusform>Es betrifft %n weitere Detektoren.</numerusform>
        </translation>
    </message>
    <message>
        <source>A value lies outside its limits; its field says which they are.</source>
        <translation>Ein Wert liegt außerhalb seiner Grenzen; sie stehen an seinem Feld.</translation>
    </message>
    <message>
        <source>Looking through the last 90 days of every account …</source>
        <translation>Die letzten 90 Tage jeder Firma werden durchgesehen …</translation>
    </message>
    <message>
        <source>The dry run failed; nothing was changed. Try it again.</source>
        <translation>Die Probe ist gescheitert; nichts wurde geändert. Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>See what it would have found before you save it.</source>
        <translation>Erst ansehen, was es gefunden hätte; dann lässt es sich speichern.</translation>
    </message>
    <message>
        <source>Try on the last 90 days</source>
        <translation>An 90 Tagen erproben</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s), not saved</source>
        <translation>
            <numerusform>%n Änderung, nicht gespeichert</numerusform>
            <numerusform>%n Änderungen, nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>topline::pages::SignalInspector</name>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Thresholds, judgements and hits</source>
        <translation>Schwellen, Urteile und Treffer</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Turn off %1</source>
        <translation>%1 ausschalten</translation>
    </message>
    <message>
        <source>Turn on %1</source>
        <translation>%1 einschalten</translation>
    </message>
    <message>
        <source>It is off.</source>
        <translation>Er ist aus.</translation>
    </message>
    <message>
        <source>No hit in the last 90 days.</source>
        <extracomment>%1 is &quot;12 accounts&quot;.</extracomment>
        <translation>Kein Treffer in den letzten 90 Tagen.</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) on %1 in the last 90 days.</source>
        <translation>
            <numerusform>%n Treffer bei %1 in den letzten 90 Tagen.</numerusform>
            <numerusform>%n Treffer bei %1 in den letzten 90 Tagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n Firma</numerusform>
            <numerusform>%n Firmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Of %1 that people judged they accepted %2 (95 % interval %3).</source>
        <translation>Von %1 beurteilten wurden %2 angenommen (95-%-Intervall %3).</translation>
    </message>
    <message>
        <source>Of %1 that people judged they accepted %2: too few to say more.</source>
        <translation>Von %1 beurteilten wurden %2 angenommen: zu wenige, um mehr zu sagen.</translation>
    </message>
    <message>
        <source>Nobody has judged one yet.</source>
        <translation>Noch hat niemand einen beurteilt.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>None in the last 90 days. A hit stands here with its account, its time and what became of it.</source>
        <translation>Keine in den letzten 90 Tagen. Ein Treffer steht hier mit Firma, Zeit und dem, was daraus wurde.</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Inspektor schließen</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>It has none: every such event is a hit. Turn it off to be rid of them.</source>
        <translation>Er hat keine: Jedes solche Ereignis ist ein Treffer. Wer sie nicht will, schaltet ihn aus.</translation>
    </message>
    <message>
        <source>What people made of them</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>What people made of the hits</source>
        <translation>Was aus den Treffern wurde</translation>
    </message>
    <message>
        <source>Newest hits</source>
        <translation>Neueste Treffer</translation>
    </message>
</context>
<context>
    <name>topline::pages::SignalThreshold</name>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zum Standard</translation>
    </message>
    <message>
        <source>Default %1, from %2</source>
        <extracomment>%1 is &quot;1 d to 30 d&quot;.</extracomment>
        <translation>Standard %1, von %2</translation>
    </message>
    <message>
        <source>Give a number from %1.</source>
        <translation>Eine Zahl von %1 angeben.</translation>
    </message>
    <message>
        <source>Saved %1 · %2</source>
        <extracomment>%1 is &quot;5 d&quot;, %2 the sentence about default and limits.</extracomment>
        <translation>Gespeichert %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>for %n detector(s)</source>
        <translation>
            <numerusform>für %n Detektor</numerusform>
            <numerusform>für %n Detektoren</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to %1: %2</source>
        <translation>Zurück auf %1: %2</translation>
    </message>
</context>
<context>
    <name>topline::pages::SignalTrial</name>
    <message>
        <source>On the last 90 days</source>
        <translation>An den letzten 90 Tagen</translation>
    </message>
    <message>
        <source>Hits that would come</source>
        <translation>Treffer, die dazukämen</translation>
    </message>
    <message>
        <source>Hits that would go</source>
        <translation>Treffer, die wegfielen</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) looked at</source>
        <translation>
            <numerusform>%n Firma durchgesehen</numerusform>
            <numerusform>%n Firmen durchgesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 gezeigt</translation>
    </message>
</context>
<context>
    <name>topline::pages::SignalsPage</name>
    <message>
        <source>Next detector</source>
        <translation>Nächster Detektor</translation>
    </message>
    <message>
        <source>Previous detector</source>
        <translation>Voriger Detektor</translation>
    </message>
    <message>
        <source>Turn the detector on or off</source>
        <translation>Detektor ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Change the thresholds</source>
        <translation>Schwellen ändern</translation>
    </message>
    <message>
        <source>Back to the default thresholds</source>
        <translation>Zurück zu den Standardschwellen</translation>
    </message>
    <message>
        <source>Try the change on the last 90 days</source>
        <translation>Änderung an den letzten 90 Tagen erproben</translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation>Änderung speichern</translation>
    </message>
    <message>
        <source>Show only detectors that fired, or all</source>
        <translation>Nur Detektoren mit Treffern zeigen, oder alle</translation>
    </message>
    <message>
        <source>Take the change back</source>
        <translation>Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>Which detectors</source>
        <translation>Welche Detektoren</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Mit Treffern</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>last 90 days</source>
        <translation>letzte 90 Tage</translation>
    </message>
    <message>
        <source>Columns of the detectors</source>
        <translation>Spalten der Detektoren</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s), not saved</source>
        <translation>
            <numerusform>%n Änderung, nicht gespeichert</numerusform>
            <numerusform>%n Änderungen, nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 events looked at · %2 of them taken for machines</source>
        <extracomment>%1 and %2 are counts of events.</extracomment>
        <translation>%1 Ereignisse durchgesehen · %2 davon für Maschinen gehalten</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Fired %1</source>
        <translation>Mit Treffern %1</translation>
    </message>
    <message>
        <source>Off %1</source>
        <translation>Aus %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>This is not the newest state: reading it failed.</source>
        <translation>Das ist nicht der neueste Stand: Er konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The detectors could not be read.</source>
        <translation>Die Detektoren konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No events yet. Detectors look at what comes from the website, the mailbox and the CRM; once it does, their hits stand here. Thresholds can be set already.</source>
        <translation>Noch keine Ereignisse. Detektoren sehen durch, was von der Website, aus dem Postfach und dem CRM kommt; ihre Treffer stehen dann hier. Schwellen lassen sich schon setzen.</translation>
    </message>
    <message>
        <source>No detector has fired in the last 90 days.</source>
        <translation>Kein Detektor hat in den letzten 90 Tagen angeschlagen.</translation>
    </message>
    <message>
        <source>No detector is off.</source>
        <translation>Kein Detektor ist aus.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Signals saved</source>
        <translation>Signale gespeichert</translation>
    </message>
    <message>
        <source>Saved; the hits are being found anew. Undo does not reach this: to return, change it back here or take the defaults.</source>
        <translation>Gespeichert; die Treffer werden neu gesucht. Rückgängig reicht nicht hierher: Zurück geht es, indem man es hier wieder ändert oder den Standard nimmt.</translation>
    </message>
</context>
<context>
    <name>topline::pages::SnippetPane</name>
    <message>
        <source>Snippet</source>
        <translation>Textbaustein</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Entfernt.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
</context>
<context>
    <name>topline::pages::StartWindow</name>
    <message>
        <source>Welcome to Topline</source>
        <translation>Willkommen bei Topline</translation>
    </message>
    <message>
        <source>Try the demo company</source>
        <translation>Die Beispielfirma ausprobieren</translation>
    </message>
    <message>
        <source>A made-up company with eighteen months of history. Needs no account and no network.</source>
        <translation>Eine erfundene Firma mit achtzehn Monaten Verlauf. Ohne Konto und ohne Netz.</translation>
    </message>
    <message>
        <source>Import CSV</source>
        <translation>CSV importieren</translation>
    </message>
    <message>
        <source>Companies, contacts and deals from a spreadsheet. You see the mapping and every refused row.</source>
        <translation>Firmen, Kontakte und Geschäfte aus Tabellen. Sie sehen die Zuordnung und jede abgelehnte Zeile.</translation>
    </message>
    <message>
        <source>How do you want to start? Everything is kept in one file on this computer, and you can change your mind later.</source>
        <translation>Wie möchten Sie beginnen? Alles liegt in einer Datei auf diesem Rechner; ändern lässt es sich später noch.</translation>
    </message>
    <message>
        <source>Workspace file</source>
        <translation>Arbeitsdatei</translation>
    </message>
    <message>
        <source>Connect a CRM</source>
        <translation>CRM verbinden</translation>
    </message>
    <message>
        <source>HubSpot or Salesforce. A dry run shows the counts first; nothing in the CRM is changed.</source>
        <translation>HubSpot oder Salesforce. Zuerst zeigt ein Probelauf die Zahlen; im CRM wird nichts geändert.</translation>
    </message>
    <message>
        <source>Only you can read it. A CRM&apos;s sign-in is kept in the keychain.</source>
        <translation>Nur für Sie lesbar; Anmeldungen im Schlüsselbund.</translation>
    </message>
</context>
<context>
    <name>topline::pages::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>topline::pages::SyncPage</name>
    <message>
        <source>Conflict: keep ours</source>
        <translation>Konflikt: unseren Wert behalten</translation>
    </message>
    <message>
        <source>Conflict: take theirs</source>
        <translation>Konflikt: fremden Wert nehmen</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Freshness by kind of record</source>
        <translation>Stand je Art von Datensatz</translation>
    </message>
    <message>
        <source>Log of requests</source>
        <translation>Liste der Anfragen</translation>
    </message>
    <message>
        <source>Why is a record missing?</source>
        <translation>Warum fehlt ein Datensatz?</translation>
    </message>
    <message>
        <source>Connect a CRM</source>
        <translation>CRM verbinden</translation>
    </message>
    <message>
        <source>Stop this sync</source>
        <translation>Diesen Abgleich anhalten</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Budget of calls a day…</source>
        <translation>Aufrufe je Tag …</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Trennen …</translation>
    </message>
    <message>
        <source>Ours kept: %1</source>
        <translation>Unser Wert bleibt: %1</translation>
    </message>
    <message>
        <source>Theirs taken: %1</source>
        <translation>Fremder Wert genommen: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Tried %1: %2</source>
        <translation>Versucht %1: %2</translation>
    </message>
    <message>
        <source>Reference at %1: %2</source>
        <translation>Kennung bei %1: %2</translation>
    </message>
    <message>
        <source>Copy reference</source>
        <translation>Kennung kopieren</translation>
    </message>
    <message>
        <source>Delete them here too</source>
        <translation>Auch hier löschen</translation>
    </message>
    <message>
        <source>Keep the records</source>
        <translation>Datensätze behalten</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>No CRM is connected</source>
        <translation>Kein CRM ist verbunden</translation>
    </message>
    <message>
        <source>Connect HubSpot or Salesforce. A dry run shows the counts first; nothing in the CRM is changed by it.</source>
        <translation>Verbinden Sie HubSpot oder Salesforce. Zuerst zeigt ein Probelauf die Zahlen; er ändert im CRM nichts.</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Was zu sehen ist</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Missing record</source>
        <translation>Fehlender Datensatz</translation>
    </message>
    <message>
        <source>Columns of the kinds of record</source>
        <translation>Spalten der Arten von Datensätzen</translation>
    </message>
    <message>
        <source>Nothing was pulled yet. After the first sync every kind of record stands here with the time through which it is complete.</source>
        <translation>Noch nichts geholt. Nach dem ersten Abgleich steht hier jede Art von Datensatz mit der Zeit, bis zu der sie vollständig ist.</translation>
    </message>
    <message numerus="yes">
        <source>%1 reports %Ln deletion(s) at once. Nothing was deleted here yet. Are they meant?</source>
        <translation>
            <numerusform>%1 meldet %Ln Löschung auf einmal. Hier wurde noch nichts gelöscht. Ist sie gewollt?</numerusform>
            <numerusform>%1 meldet %Ln Löschungen auf einmal. Hier wurde noch nichts gelöscht. Sind sie gewollt?</numerusform>
        </translation>
    </message>
    <message>
        <source>This source does not tell its kinds of record apart.</source>
        <translation>Diese Quelle unterscheidet ihre Arten von Datensätzen nicht.</translation>
    </message>
    <message>
        <source>Events of your own site</source>
        <translation>Ereignisse der eigenen Website</translation>
    </message>
    <message>
        <source>Turn on events of your own site</source>
        <translation>Ereignisse der eigenen Website einschalten</translation>
    </message>
    <message>
        <source>Turn off events of your own site</source>
        <translation>Ereignisse der eigenen Website ausschalten</translation>
    </message>
    <message>
        <source>New write key for your own site…</source>
        <translation>Neuer Schreibschlüssel für die eigene Website …</translation>
    </message>
    <message>
        <source>Takes nothing in</source>
        <translation>Nimmt nichts auf</translation>
    </message>
    <message>
        <source>Connect a CRM, mailbox or calendar</source>
        <translation>Ein CRM, Postfach oder einen Kalender verbinden</translation>
    </message>
    <message>
        <source>Signature, address and footer…</source>
        <translation>Signatur, Anschrift und Fußzeile…</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden …</translation>
    </message>
</context>
<context>
    <name>topline::pages::TableHead</name>
    <message>
        <source>%1, sorted downwards</source>
        <translation>%1, absteigend</translation>
    </message>
    <message>
        <source>%1, sorted upwards</source>
        <translation>%1, aufsteigend</translation>
    </message>
</context>
<context>
    <name>topline::pages::VelocityPage</name>
    <message>
        <source>Velocity</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Copy chart</source>
        <translation>Diagramm kopieren</translation>
    </message>
    <message>
        <source>What moved it this week</source>
        <translation>Was ihn diese Woche bewegt hat</translation>
    </message>
    <message>
        <source>exact, in index points</source>
        <translation>genau, in Indexpunkten</translation>
    </message>
    <message>
        <source>Open the deals of the weakest lever</source>
        <translation>Geschäfte des schwächsten Hebels öffnen</translation>
    </message>
    <message>
        <source>Make a task from this</source>
        <translation>Aufgabe daraus machen</translation>
    </message>
    <message>
        <source>Copy the chart as a picture</source>
        <translation>Diagramm als Bild kopieren</translation>
    </message>
    <message>
        <source>Chart copied</source>
        <translation>Diagramm kopiert</translation>
    </message>
    <message>
        <source>RVI of week %1 · %2 · %3</source>
        <translation>RVI der Woche %1 · %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%n reps</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed deals in 13 weeks</source>
        <translation>
            <numerusform>%n geschlossenes Geschäft in 13 Wochen</numerusform>
            <numerusform>%n geschlossene Geschäfte in 13 Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Two weeks with an index are needed.</source>
        <translation>Es braucht zwei Wochen mit Index.</translation>
    </message>
    <message>
        <source>The rows add up to %1. Enter opens the deals behind a row.</source>
        <translation>Die Zeilen ergeben zusammen %1. Enter öffnet die Geschäfte hinter einer Zeile.</translation>
    </message>
    <message>
        <source>Look into %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>Task made: %1</source>
        <translation>Aufgabe angelegt: %1</translation>
    </message>
</context>
<context>
    <name>topline::pages::Waterfall</name>
    <message>
        <source>W%1</source>
        <translation>W%1</translation>
    </message>
    <message>
        <source>Week %1: %2</source>
        <translation>Woche %1: %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>From one value to another.</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>What moved it this week</source>
        <translation>Was ihn diese Woche bewegt hat</translation>
    </message>
</context>
<context>
    <name>topline::pages::WhyView</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Why %1</source>
        <translation>Warum %1</translation>
    </message>
    <message>
        <source>Why here in the list</source>
        <translation>Warum an dieser Stelle</translation>
    </message>
    <message>
        <source>Why this action</source>
        <translation>Warum diese Aufgabe</translation>
    </message>
    <message>
        <source>Score, %1</source>
        <translation>Punkte, %1</translation>
    </message>
    <message>
        <source>a buyer waits past the SLA</source>
        <translation>ein Käufer wartet über die Frist</translation>
    </message>
    <message>
        <source>an SLA is running</source>
        <translation>eine Frist läuft</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>heute fällig</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>Band %1: %2</source>
        <translation>Band %1: %2</translation>
    </message>
    <message>
        <source>Estimated gain in win probability</source>
        <translation>Geschätzter Zuwachs der Gewinnchance</translation>
    </message>
    <message>
        <source>× amount, estimated</source>
        <translation>× Betrag, geschätzt</translation>
    </message>
    <message>
        <source>× amount</source>
        <translation>× Betrag</translation>
    </message>
    <message>
        <source>× freshness of the signal</source>
        <translation>× Frische des Signals</translation>
    </message>
    <message>
        <source>÷ effort</source>
        <translation>÷ Aufwand</translation>
    </message>
    <message>
        <source>Expected value per minute</source>
        <translation>Erwarteter Wert je Minute</translation>
    </message>
    <message>
        <source>Signal: %1</source>
        <translation>Signal: %1</translation>
    </message>
    <message>
        <source>Play: %1, version %2</source>
        <translation>Play: %1, Version %2</translation>
    </message>
    <message>
        <source>Made by hand</source>
        <translation>Von Hand angelegt</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>No play: asked for by a person, or by the engine’s own rule</source>
        <translation>Kein Play: von einem Menschen verlangt oder nach einer eigenen Regel</translation>
    </message>
    <message>
        <source>Play %1, version %2, step %3</source>
        <translation>Play %1, Version %2, Schritt %3</translation>
    </message>
    <message>
        <source>%1, bytes %2</source>
        <translation>%1, Bytes %2</translation>
    </message>
    <message>
        <source>Nothing was approved yet, so nothing was tried</source>
        <translation>Noch nichts freigegeben, also auch nichts versucht</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>× relevance of the play, %1 of the last %2 not relevant</source>
        <translation>× Relevanz des Plays, %1 der letzten %2 nicht relevant</translation>
    </message>
    <message>
        <source>%1 then</source>
        <translation>%1 damals</translation>
    </message>
    <message>
        <source>Content: %1</source>
        <translation>Inhalt: %1</translation>
    </message>
    <message numerus="yes">
        <source>All of it, with %n ledger row(s)</source>
        <translation>
            <numerusform>Alles, mit %n Zeile im Kassenbuch</numerusform>
            <numerusform>Alles, mit %n Zeilen im Kassenbuch</numerusform>
        </translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Look for “%1” to %2 among what you sent.</source>
        <translation>Suchen Sie „%1“ an %2 unter Ihren gesendeten E-Mails.</translation>
    </message>
</context>
<context>
    <name>topline::shell::Banners</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>topline::shell::ChoiceModel</name>
    <message>
        <source>key %1</source>
        <translation>Taste %1</translation>
    </message>
</context>
<context>
    <name>topline::shell::KeyList</name>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>All keys: type to find one</source>
        <translation>Alle Tasten: zum Finden tippen</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl finden</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>press the new key</source>
        <translation>die neue Taste drücken</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>The key stays as it was.</source>
        <translation>Die Taste bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>%1 already means “%2”.</source>
        <translation>%1 bedeutet schon „%2“.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gesichert.</translation>
    </message>
    <message>
        <source>Back to the default.</source>
        <translation>Zurück zur Vorgabe.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>change</source>
        <translation>ändern</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
</context>
<context>
    <name>topline::shell::MainWindow</name>
    <message>
        <source>%1 – Topline</source>
        <extracomment>Title of the window: page, product.</extracomment>
        <translation>%1 – Topline</translation>
    </message>
    <message>
        <source>last synced %1</source>
        <translation>zuletzt abgeglichen %1</translation>
    </message>
    <message>
        <source>never synced</source>
        <translation>nie abgeglichen</translation>
    </message>
    <message>
        <source>%1 does not answer, %2: %3</source>
        <translation>%1 antwortet nicht, %2: %3</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>All automation is stopped. Nothing leaves until you resume.</source>
        <translation>Alle Automatik ist angehalten. Nichts geht hinaus, bis Sie fortsetzen.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>Done again: %1, %n action(s)</source>
        <translation>
            <numerusform>Wieder ausgeführt: %1, %n Aufgabe</numerusform>
            <numerusform>Wieder ausgeführt: %1, %n Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone: %1, %n action(s)</source>
        <translation>
            <numerusform>Zurückgenommen: %1, %n Aufgabe</numerusform>
            <numerusform>Zurückgenommen: %1, %n Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Stop or resume all automation</source>
        <translation>Alle Automatik anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Colours: follow the system</source>
        <translation>Farben: wie das System</translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation>Farben: hell</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>Farben: dunkel</translation>
    </message>
    <message>
        <source>Follow the system&apos;s colours</source>
        <translation>Farben wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Nothing leaves from this copy of the workspace: %1 What had not ended is marked as in doubt.</source>
        <translation>Von dieser Kopie der Arbeitsdatei geht nichts hinaus: %1 Was nicht abgeschlossen war, ist als ungewiss gekennzeichnet.</translation>
    </message>
    <message>
        <source>This computer takes over</source>
        <translation>Dieser Rechner übernimmt</translation>
    </message>
    <message>
        <source>Close the window?</source>
        <translation>Fenster schließen?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Schließen und verwerfen</translation>
    </message>
    <message>
        <source>Let this computer take over?</source>
        <translation>Soll dieser Rechner übernehmen?</translation>
    </message>
    <message>
        <source>From then on this copy sends, and what waits in it leaves at once. Close any other copy first and do not open it again: two that send may send the same mail twice.</source>
        <translation>Von da an sendet diese Kopie, und was in ihr wartet, geht sofort hinaus. Schließen Sie vorher jede andere Kopie und öffnen Sie sie nicht wieder: Zwei, die senden, können dieselbe E-Mail zweimal senden.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>topline::shell::NavItem</name>
    <message>
        <source>%1, %2 open</source>
        <translation>%1, %2 offen</translation>
    </message>
</context>
<context>
    <name>topline::shell::NavRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>topline::shell::NoticeCentre</name>
    <message numerus="yes">
        <source>%n card(s) need you now</source>
        <translation>
            <numerusform>%n Karte braucht Sie jetzt</numerusform>
            <numerusform>%n Karten brauchen Sie jetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>A card needs you now</source>
        <translation>Eine Karte braucht Sie jetzt</translation>
    </message>
    <message>
        <source>All automation is stopped</source>
        <translation>Alle Automatik ist angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) now</source>
        <translation>
            <numerusform>%n Karte jetzt</numerusform>
            <numerusform>%n Karten jetzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::shell::Palette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Type a command, a person or an account</source>
        <translation>Befehl, Person oder Firma eingeben</translation>
    </message>
    <message>
        <source>Command or name</source>
        <translation>Befehl oder Name</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <source>Accounts, people and deals</source>
        <translation>Firmen, Personen und Geschäfte</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing answers to this. Try a shorter word.</source>
        <translation>Darauf passt nichts. Versuchen Sie ein kürzeres Wort.</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>run</source>
        <translation>ausführen</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>narrow to this group</source>
        <translation>nur diese Gruppe</translation>
    </message>
    <message>
        <source>all groups</source>
        <translation>alle Gruppen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
</context>
<context>
    <name>topline::shell::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>No CRM connected</source>
        <translation>Kein CRM verbunden</translation>
    </message>
    <message>
        <source>%1 syncing</source>
        <translation>%1 wird abgeglichen</translation>
    </message>
    <message>
        <source>%1 could not be reached</source>
        <translation>%1 war nicht zu erreichen</translation>
    </message>
    <message>
        <source>%1 not synced yet</source>
        <translation>%1 noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>%1 synced %2</source>
        <translation>%1 %2 abgeglichen</translation>
    </message>
    <message numerus="yes">
        <source>%n SLA(s) running</source>
        <translation>
            <numerusform>%n Frist läuft</numerusform>
            <numerusform>%n Fristen laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n breached</source>
        <translation>
            <numerusform>%n überschritten</numerusform>
            <numerusform>%n überschritten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in hold</source>
        <translation>
            <numerusform>%n zurückgehalten</numerusform>
            <numerusform>%n zurückgehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n ungewiss</numerusform>
            <numerusform>%n ungewiss</numerusform>
        </translation>
    </message>
    <message>
        <source>Outbox: %1</source>
        <translation>Ausgang: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n ausstehend</numerusform>
            <numerusform>%n ausstehend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) kept aside</source>
        <translation>
            <numerusform>%n Zeile beiseite</numerusform>
            <numerusform>%n Zeilen beiseite</numerusform>
        </translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <extracomment>Date and time in the status bar, in Qt&apos;s date format.</extracomment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Automation stopped: resume</source>
        <translation>Automatik angehalten: fortsetzen</translation>
    </message>
    <message>
        <source>Stop all automation</source>
        <translation>Alle Automatik anhalten</translation>
    </message>
    <message>
        <source>Open the Sync page</source>
        <translation>Seite „Abgleich“ öffnen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n Konflikt</numerusform>
            <numerusform>%n Konflikte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::shell::Tray</name>
    <message>
        <source>Open Topline</source>
        <translation>Topline öffnen</translation>
    </message>
    <message>
        <source>Next card</source>
        <translation>Nächste Karte</translation>
    </message>
    <message>
        <source>Stop all automation</source>
        <translation>Alle Automatik anhalten</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Pause them for an hour</source>
        <translation>Eine Stunde aussetzen</translation>
    </message>
    <message>
        <source>Pause them until tomorrow</source>
        <translation>Bis morgen aussetzen</translation>
    </message>
    <message>
        <source>Go on with them</source>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message>
        <source>Without names and texts</source>
        <translation>Ohne Namen und Texte</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Resume automation</source>
        <translation>Automatik fortsetzen</translation>
    </message>
    <message>
        <source>Keep quiet from %1 to %2</source>
        <translation>Von %1 bis %2 still bleiben</translation>
    </message>
</context>
</TS>
