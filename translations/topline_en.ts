<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>CollectorWords</name>
    <message numerus="yes">
        <source>%Ln event(s) stored</source>
        <translation>
            <numerusform>%Ln event stored</numerusform>
            <numerusform>%Ln events stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent again</source>
        <translation>
            <numerusform>%Ln sent again</numerusform>
            <numerusform>%Ln sent again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not usable</source>
        <translation>
            <numerusform>%Ln not usable</numerusform>
            <numerusform>%Ln not usable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) refused</source>
        <translation>
            <numerusform>%Ln request refused</numerusform>
            <numerusform>%Ln requests refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskText</name>
    <message numerus="yes">
        <source>%n would wait until %1 or later</source>
        <translation>
            <numerusform>%n would wait until %1 or later</numerusform>
            <numerusform>%n would wait until %1 or later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would not leave</source>
        <translation>
            <numerusform>%n would not leave</numerusform>
            <numerusform>%n would not leave</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetectorText</name>
    <message numerus="yes">
        <source>Would have fired %n time(s) on %1; now %2 on %3.</source>
        <extracomment>%1 is &quot;17 accounts&quot;, %2 hits, %3 accounts.</extracomment>
        <translation>
            <numerusform>Would have fired %n time on %1; now %2 on %3.</numerusform>
            <numerusform>Would have fired %n times on %1; now %2 on %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Would not have fired; now %n time(s) on %1.</source>
        <extracomment>%1 is &quot;12 accounts&quot;.</extracomment>
        <translation>
            <numerusform>Would not have fired; now %n time on %1.</numerusform>
            <numerusform>Would not have fired; now %n times on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Would have fired %n time(s) on %1; now it never does.</source>
        <translation>
            <numerusform>Would have fired %n time on %1; now it never does.</numerusform>
            <numerusform>Would have fired %n times on %1; now it never does.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedCard</name>
    <message numerus="yes">
        <source>+%n folded</source>
        <translation>
            <numerusform>+%n folded</numerusform>
            <numerusform>+%n folded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForecastStory</name>
    <message numerus="yes">
        <source>%n deal(s) (%1) close later or have no date</source>
        <translation>
            <numerusform>%n deal (%1) closes later or has no date</numerusform>
            <numerusform>%n deals (%1) close later or have no date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) (%1) of unknown age: not in hand</source>
        <translation>
            <numerusform>%n deal (%1) of unknown age: not in hand</numerusform>
            <numerusform>%n deals (%1) of unknown age: not in hand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zombie(s) (%1): not healthy pipeline</source>
        <translation>
            <numerusform>%n zombie (%1): not healthy pipeline</numerusform>
            <numerusform>%n zombies (%1): not healthy pipeline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open deal(s) (%1) in all</source>
        <translation>
            <numerusform>%n open deal (%1) in all</numerusform>
            <numerusform>%n open deals (%1) in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) weighted by stage would be %1</source>
        <translation>
            <numerusform>%n deal weighted by stage would be %1</numerusform>
            <numerusform>%n deals weighted by stage would be %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open deal(s) in other currencies: in no sum</source>
        <translation>
            <numerusform>%n open deal in another currency: in no sum</numerusform>
            <numerusform>%n open deals in other currencies: in no sum</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n won</source>
        <translation>
            <numerusform>%n won</numerusform>
            <numerusform>%n won</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Beats the naive forecast: error %1 against %2, over %n moment(s).</source>
        <translation>
            <numerusform>Beats the naive forecast: error %1 against %2, over %n moment.</numerusform>
            <numerusform>Beats the naive forecast: error %1 against %2, over %n moments.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Does not beat the naive forecast (the same as last period): error %1 against %2, over %n moment(s).</source>
        <translation>
            <numerusform>Does not beat the naive forecast (the same as last period): error %1 against %2, over %n moment.</numerusform>
            <numerusform>Does not beat the naive forecast (the same as last period): error %1 against %2, over %n moments.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was won or forecast at the %n moment(s) known.</source>
        <translation>
            <numerusform>Nothing was won or forecast at the %n moment known.</numerusform>
            <numerusform>Nothing was won or forecast at the %n moments known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was won at the %n moment(s) that were tried: no error to measure.</source>
        <translation>
            <numerusform>Nothing was won at the %n moment that was tried: no error to measure.</numerusform>
            <numerusform>Nothing was won at the %n moments that were tried: no error to measure.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuardLimitText</name>
    <message numerus="yes">
        <source>%n day(s) off</source>
        <translation>
            <numerusform>%n day off</numerusform>
            <numerusform>%n days off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, and %n complaint(s)</source>
        <translation>
            <numerusform>, and %n complaint</numerusform>
            <numerusform>, and %n complaints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuardLines</name>
    <message numerus="yes">
        <source>%1 is paused: %n effect(s) ended in doubt %2. Look what became of them first.</source>
        <translation>
            <numerusform>%1 is paused: %n effect ended in doubt %2. Look what became of it first.</numerusform>
            <numerusform>%1 is paused: %n effects ended in doubt %2. Look what became of them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n buyer(s) who asked were answered in 90 days, by the clock: %1.</source>
        <translation>
            <numerusform>%n buyer who asked was answered in 90 days, by the clock: %1.</numerusform>
            <numerusform>%n buyers who asked were answered in 90 days, by the clock: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n buyer(s) who asked were not answered yet.</source>
        <translation>
            <numerusform>%n buyer who asked was not answered yet.</numerusform>
            <numerusform>%n buyers who asked were not answered yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln signal(s)</source>
        <translation>
            <numerusform>%1: %Ln signal</numerusform>
            <numerusform>%1: %Ln signals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuardReason</name>
    <message numerus="yes">
        <source>The rep had %n action(s) of this play today; the limit is %1.</source>
        <translation>
            <numerusform>The rep had %n action of this play today; the limit is %1.</numerusform>
            <numerusform>The rep had %n actions of this play today; the limit is %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The account has %n open action(s) of this play; the limit is %1.</source>
        <translation>
            <numerusform>The account has %n open action of this play; the limit is %1.</numerusform>
            <numerusform>The account has %n open actions of this play; the limit is %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) today; the limit is %1. It leaves another day.</source>
        <translation>
            <numerusform>%n mail today; the limit is %1. It leaves another day.</numerusform>
            <numerusform>%n mails today; the limit is %1. It leaves another day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) to %1 today; the limit is %2. It leaves another day.</source>
        <translation>
            <numerusform>%n mail to %1 today; the limit is %2. It leaves another day.</numerusform>
            <numerusform>%n mails to %1 today; the limit is %2. It leaves another day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cadence ended after %n step(s).</source>
        <translation>
            <numerusform>The cadence ended after %n step.</numerusform>
            <numerusform>The cadence ended after %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) of the rep today, with those sent by hand; beyond %1 rules send no more. It leaves another day.</source>
        <translation>
            <numerusform>%n mail of the rep today, with those sent by hand; beyond %1 rules send no more. It leaves another day.</numerusform>
            <numerusform>%n mails of the rep today, with those sent by hand; beyond %1 rules send no more. It leaves another day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeverStory</name>
    <message numerus="yes">
        <source>%n won</source>
        <translation>
            <numerusform>%n won</numerusform>
            <numerusform>%n won</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed in 13 weeks</source>
        <translation>
            <numerusform>%n closed in 13 weeks</numerusform>
            <numerusform>%n closed in 13 weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n won in 13 weeks</source>
        <translation>
            <numerusform>%n won in 13 weeks</numerusform>
            <numerusform>%n won in 13 weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeetingText</name>
    <message numerus="yes">
        <source>(%n minute(s) each, times in %1)</source>
        <translation>
            <numerusform>(%n minute each, times in %1)</numerusform>
            <numerusform>(%n minutes each, times in %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) of your calendar could not be read.</source>
        <translation>
            <numerusform>%n entry of your calendar could not be read.</numerusform>
            <numerusform>%n entries of your calendar could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetricText</name>
    <message numerus="yes">
        <source>%n won</source>
        <translation>
            <numerusform>%n won</numerusform>
            <numerusform>%n won</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deals</source>
        <translation>
            <numerusform>%n deal</numerusform>
            <numerusform>%n deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deals in other currencies are left out.</source>
        <translation>
            <numerusform>%n deal in another currency is left out.</numerusform>
            <numerusform>%n deals in other currencies are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reps</source>
        <translation>
            <numerusform>%n rep</numerusform>
            <numerusform>%n reps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlayRows</name>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln outcome(s)</source>
        <translation>
            <numerusform>%Ln outcome</numerusform>
            <numerusform>%Ln outcomes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlayText</name>
    <message numerus="yes">
        <source>%n text(s) tried</source>
        <translation>
            <numerusform>%n text tried</numerusform>
            <numerusform>%n texts tried</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonText</name>
    <message numerus="yes">
        <source>Visited the pricing page %n time(s) in %1, last %2.</source>
        <translation>
            <numerusform>Visited the pricing page %n time in %1, last %2.</numerusform>
            <numerusform>Visited the pricing page %n times in %1, last %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reopened the proposal: %n view(s), last %1.</source>
        <translation>
            <numerusform>Reopened the proposal: %n view, last %1.</numerusform>
            <numerusform>Reopened the proposal: %n views, last %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n buying event(s)</source>
        <translation>
            <numerusform>%n buying event</numerusform>
            <numerusform>%n buying events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The person had %n touch(es) in %1; the limit is %2.</source>
        <translation>
            <numerusform>The person had %n touch in %1; the limit is %2.</numerusform>
            <numerusform>The person had %n touches in %1; the limit is %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The account had %n touch(es) in %1; the limit is %2.</source>
        <translation>
            <numerusform>The account had %n touch in %1; the limit is %2.</numerusform>
            <numerusform>The account had %n touches in %1; the limit is %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RiskText</name>
    <message numerus="yes">
        <source>Close date pushed %n time(s)</source>
        <translation>
            <numerusform>Close date pushed once</numerusform>
            <numerusform>Close date pushed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Competitor mentioned %n time(s)</source>
        <translation>
            <numerusform>Competitor mentioned once</numerusform>
            <numerusform>Competitor mentioned %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discount or terms asked for %n time(s)</source>
        <translation>
            <numerusform>Discount or terms asked for once</numerusform>
            <numerusform>Discount or terms asked for %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n won deal(s)</source>
        <translation>
            <numerusform>%n won deal</numerusform>
            <numerusform>%n won deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pushed %n time(s)</source>
        <translation>
            <numerusform>pushed once</numerusform>
            <numerusform>pushed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leader(s)</source>
        <translation>
            <numerusform>%n leader</numerusform>
            <numerusform>%n leaders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these role(s)</source>
        <translation>
            <numerusform>%n of these roles</numerusform>
            <numerusform>%n of these roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Single-threaded: %n answered</source>
        <translation>
            <numerusform>Single-threaded: %n answered</numerusform>
            <numerusform>Single-threaded: %n answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignalItems</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n account(s)</source>
        <translation>
            <numerusform>on %n account</numerusform>
            <numerusform>on %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n detector(s)</source>
        <translation>
            <numerusform>%1: %n detector</numerusform>
            <numerusform>%1: %n detectors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignalText</name>
    <message numerus="yes">
        <source>Compared us with a competitor: %n visit(s), the last %1.</source>
        <translation>
            <numerusform>Compared us with a competitor: %n visit, the last %1.</numerusform>
            <numerusform>Compared us with a competitor: %n visits, the last %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %n page(s) of the documentation in %1, the last %2.</source>
        <translation>
            <numerusform>Read %n page of the documentation in %1, the last %2.</numerusform>
            <numerusform>Read %n pages of the documentation in %1, the last %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n buying event(s)</source>
        <translation>
            <numerusform>%n buying event</numerusform>
            <numerusform>%n buying events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lost %1, and back: %n visit(s), the last %2.</source>
        <translation>
            <numerusform>Lost %1, and back: %n visit, the last %2.</numerusform>
            <numerusform>Lost %1, and back: %n visits, the last %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Close date moved from %1 to %2 %3; moved back %n time(s).</source>
        <translation>
            <numerusform>Close date moved from %1 to %2 %3; moved back %n time.</numerusform>
            <numerusform>Close date moved from %1 to %2 %3; moved back %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n support ticket(s) in %1, the last %2.</source>
        <translation>
            <numerusform>%n support ticket in %1, the last %2.</numerusform>
            <numerusform>%n support tickets in %1, the last %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed payment(s), the last %1.</source>
        <translation>
            <numerusform>%n failed payment, the last %1.</numerusform>
            <numerusform>%n failed payments, the last %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) within %1: a scanner follows all of them.</source>
        <translation>
            <numerusform>%n link within %1: a scanner follows all of them.</numerusform>
            <numerusform>%n links within %1: a scanner follows all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncBanners</name>
    <message numerus="yes">
        <source>%1 reports %Ln deletion(s) at once; nothing was deleted here yet.</source>
        <translation>
            <numerusform>%1 reports %Ln deletion at once; nothing was deleted here yet.</numerusform>
            <numerusform>%1 reports %Ln deletions at once; nothing was deleted here yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncDialogs</name>
    <message numerus="yes">
        <source>%Ln call(s) today so far. 0 sets no limit of our own.</source>
        <translation>
            <numerusform>%Ln call today so far. 0 sets no limit of our own.</numerusform>
            <numerusform>%Ln calls today so far. 0 sets no limit of our own.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncRows</name>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) short</source>
        <translation>
            <numerusform>%Ln record short</numerusform>
            <numerusform>%Ln records short</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WinText</name>
    <message numerus="yes">
        <source>%Ln deal(s)</source>
        <translation>
            <numerusform>%Ln deal</numerusform>
            <numerusform>%Ln deals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountCommittee</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountDelegate</name>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountModel</name>
    <message numerus="yes">
        <source>%n open deal(s)</source>
        <translation>
            <numerusform>%n open deal</numerusform>
            <numerusform>%n open deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signal(s) in 30 d</source>
        <translation>
            <numerusform>%n signal in 30 d</numerusform>
            <numerusform>%n signals in 30 d</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountPage</name>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountPane</name>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) active in 30 d</source>
        <translation>
            <numerusform>%n person active in 30 d</numerusform>
            <numerusform>%n persons active in 30 d</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::AccountTiles</name>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%n deal</numerusform>
            <numerusform>%n deals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::ConflictPane</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::DealNotices</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%n deal</numerusform>
            <numerusform>%n deals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::DealWinView</name>
    <message numerus="yes">
        <source>%n more part(s)</source>
        <translation>
            <numerusform>%n more part</numerusform>
            <numerusform>%n more parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::FeedInspector</name>
    <message numerus="yes">
        <source>%n exit check(s) of %1 still open</source>
        <translation>
            <numerusform>%n exit check of %1 still open</numerusform>
            <numerusform>%n exit checks of %1 still open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::FeedPage</name>
    <message numerus="yes">
        <source>%n SLA(s)</source>
        <translation>
            <numerusform>%n SLA</numerusform>
            <numerusform>%n SLAs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next is %1: %n action(s)</source>
        <translation>
            <numerusform>Next is %1: %n action</numerusform>
            <numerusform>Next is %1: %n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::ForecastRecord</name>
    <message numerus="yes">
        <source>only %n moment(s): a small sample</source>
        <translation>
            <numerusform>only %n moment: a small sample</numerusform>
            <numerusform>only %n moments: a small sample</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moment(s); weighted absolute error</source>
        <translation>
            <numerusform>%n moment; weighted absolute error</numerusform>
            <numerusform>%n moments; weighted absolute error</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::GuardPage</name>
    <message numerus="yes">
        <source>%n mail(s) wait</source>
        <translation>
            <numerusform>%n mail waits</numerusform>
            <numerusform>%n mails wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::HandOnChooser</name>
    <message numerus="yes">
        <source>Give %n action(s) to</source>
        <translation>
            <numerusform>Give %n action to</numerusform>
            <numerusform>Give %n actions to</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::ImportReportView</name>
    <message numerus="yes">
        <source>%n row(s) kept aside for repair; the rest goes in</source>
        <translation>
            <numerusform>%n row kept aside for repair; the rest goes in</numerusform>
            <numerusform>%n rows kept aside for repair; the rest goes in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::LaneBar</name>
    <message numerus="yes">
        <source>%n new, press</source>
        <translation>
            <numerusform>%n new, press</numerusform>
            <numerusform>%n new, press</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::LeverPane</name>
    <message numerus="yes">
        <source>Open %n deals</source>
        <translation>
            <numerusform>Open %n deal</numerusform>
            <numerusform>Open %n deals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::MissingPane</name>
    <message numerus="yes">
        <source>%n finding(s), best first</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings, best first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::MomentModel</name>
    <message numerus="yes">
        <source>Plays held back %n time(s)</source>
        <translation>
            <numerusform>Plays held back %n time</numerusform>
            <numerusform>Plays held back %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::PipelinePage</name>
    <message numerus="yes">
        <source>%n more closed too long ago to be listed here.</source>
        <translation>
            <numerusform>%n more closed too long ago to be listed here.</numerusform>
            <numerusform>%n more closed too long ago to be listed here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::PlayPane</name>
    <message numerus="yes">
        <source>%n card(s) of this play are open. They stay as they are, and so do runs under way.</source>
        <translation>
            <numerusform>%n card of this play is open. It stays as it is, and so do runs under way.</numerusform>
            <numerusform>%n cards of this play are open. They stay as they are, and so do runs under way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::PlayPicture</name>
    <message numerus="yes">
        <source>Last 30 days: %Ln hit(s)</source>
        <translation>
            <numerusform>Last 30 days: %Ln hit</numerusform>
            <numerusform>Last 30 days: %Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Text “%1” of step %2: %3 of %Ln people, %4</source>
        <translation>
            <numerusform>Text “%1” of step %2: %3 of %Ln person, %4</numerusform>
            <numerusform>Text “%1” of step %2: %3 of %Ln people, %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::PlayTrialView</name>
    <message numerus="yes">
        <source>Would have created %Ln action(s)</source>
        <translation>
            <numerusform>Would have created %Ln action</numerusform>
            <numerusform>Would have created %Ln actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>suppressed %Ln</source>
        <translation>
            <numerusform>suppressed %Ln</numerusform>
            <numerusform>suppressed %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>merged %Ln</source>
        <translation>
            <numerusform>merged %Ln</numerusform>
            <numerusform>merged %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>held out %Ln</source>
        <translation>
            <numerusform>held out %Ln</numerusform>
            <numerusform>held out %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) looked at</source>
        <translation>
            <numerusform>%Ln account looked at</numerusform>
            <numerusform>%Ln accounts looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) of work</source>
        <translation>
            <numerusform>%Ln minute of work</numerusform>
            <numerusform>%Ln minutes of work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %Ln later step(s)</source>
        <translation>
            <numerusform>at most %Ln later step</numerusform>
            <numerusform>at most %Ln later steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln for people who have a card now</source>
        <translation>
            <numerusform>%Ln for a person who has a card now</numerusform>
            <numerusform>%Ln for people who have a card now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them with a mail that waits</source>
        <translation>
            <numerusform>%Ln of them with a mail that waits</numerusform>
            <numerusform>%Ln of them with a mail that waits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::RequestLog</name>
    <message numerus="yes">
        <source>The last %n request(s); no bodies, no queries</source>
        <translation>
            <numerusform>The last request; no bodies, no queries</numerusform>
            <numerusform>The last %n requests; no bodies, no queries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::ReviewStrip</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n</source>
        <translation>
            <numerusform>Approve %n</numerusform>
            <numerusform>Approve %n</numerusform>
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
        <source>%n with a warning</source>
        <translation>
            <numerusform>%n with a warning</numerusform>
            <numerusform>%n with a warning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will wait for tomorrow</source>
        <translation>
            <numerusform>%n will wait for tomorrow</numerusform>
            <numerusform>%n will wait for tomorrow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n</source>
        <translation>
            <numerusform>Leave out %n</numerusform>
            <numerusform>Leave out %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::SignalFoot</name>
    <message numerus="yes">
        <source>It touches %n other detector(s).</source>
        <translation>
            <numerusform>It touches %n other detector.</numerusform>
            <numerusform>It touches %n other detectors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s), not saved</source>
        <translation>
            <numerusform>%n change, not saved</numerusform>
            <numerusform>%n changes, not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::SignalInspector</name>
    <message numerus="yes">
        <source>%n hit(s) on %1 in the last 90 days.</source>
        <translation>
            <numerusform>%n hit on %1 in the last 90 days.</numerusform>
            <numerusform>%n hits on %1 in the last 90 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::SignalThreshold</name>
    <message numerus="yes">
        <source>for %n detector(s)</source>
        <translation>
            <numerusform>for %n detector</numerusform>
            <numerusform>for %n detectors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::SignalTrial</name>
    <message numerus="yes">
        <source>%n account(s) looked at</source>
        <translation>
            <numerusform>%n account looked at</numerusform>
            <numerusform>%n accounts looked at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::SignalsPage</name>
    <message numerus="yes">
        <source>%n change(s), not saved</source>
        <translation>
            <numerusform>%n change, not saved</numerusform>
            <numerusform>%n changes, not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::SyncPage</name>
    <message numerus="yes">
        <source>%1 reports %Ln deletion(s) at once. Nothing was deleted here yet. Are they meant?</source>
        <translation>
            <numerusform>%1 reports %Ln deletion at once. Nothing was deleted here yet. Is it meant?</numerusform>
            <numerusform>%1 reports %Ln deletions at once. Nothing was deleted here yet. Are they meant?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::VelocityPage</name>
    <message numerus="yes">
        <source>%n reps</source>
        <translation>
            <numerusform>%n rep</numerusform>
            <numerusform>%n reps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed deals in 13 weeks</source>
        <translation>
            <numerusform>%n closed deal in 13 weeks</numerusform>
            <numerusform>%n closed deals in 13 weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::pages::WhyView</name>
    <message numerus="yes">
        <source>All of it, with %n ledger row(s)</source>
        <translation>
            <numerusform>All of it, with %n ledger row</numerusform>
            <numerusform>All of it, with %n ledger rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::shell::MainWindow</name>
    <message numerus="yes">
        <source>Done again: %1, %n action(s)</source>
        <translation>
            <numerusform>Done again: %1, %n action</numerusform>
            <numerusform>Done again: %1, %n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone: %1, %n action(s)</source>
        <translation>
            <numerusform>Undone: %1, %n action</numerusform>
            <numerusform>Undone: %1, %n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::shell::NoticeCentre</name>
    <message numerus="yes">
        <source>%n card(s) need you now</source>
        <translation>
            <numerusform>%n card needs you now</numerusform>
            <numerusform>%n cards need you now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) now</source>
        <translation>
            <numerusform>%n card now</numerusform>
            <numerusform>%n cards now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::shell::Palette</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>topline::shell::StatusStrip</name>
    <message numerus="yes">
        <source>%n SLA(s) running</source>
        <translation>
            <numerusform>%n SLA running</numerusform>
            <numerusform>%n SLAs running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n breached</source>
        <translation>
            <numerusform>%n breached</numerusform>
            <numerusform>%n breached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in hold</source>
        <translation>
            <numerusform>%n in hold</numerusform>
            <numerusform>%n in hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) kept aside</source>
        <translation>
            <numerusform>%n row kept aside</numerusform>
            <numerusform>%n rows kept aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
</context>
</TS>
