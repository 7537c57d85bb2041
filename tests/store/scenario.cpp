#include "tests/store/scenario.h"

#include "tests/store/test_workspace.h"

namespace topline::store {

namespace {

base::Status writeRecords(Tables &tables, const std::string &round, domain::ChangeSet &changes)
{
    const domain::Owner owner{{}, "o" + round, "Ann", "", "", "", true, 1};
    TRY(tables.catalogue.put(owner, changes));
    const domain::Quota quota{{{}, "o" + round}, 0, 9, {7, base::Currency::usd()}};
    TRY(tables.catalogue.put(quota, changes));
    TRY(tables.catalogue.put(domain::Product{{}, "p" + round, "Gear", "", {}, 1}, changes));
    TRY(tables.catalogue.put(
        domain::Stage{{}, "s" + round, "Sales", "Open", 0, domain::StageKind::Open}, changes));
    TRY(tables.records.put(deal("d" + round, "a" + round, "s" + round), changes)); // waits
    TRY(tables.records.put(account("a" + round), changes));
    TRY(tables.records.put(account("a" + round, "Renamed"), changes));
    TRY(tables.records.put(contact("c" + round, "a" + round), changes));
    TRY(tables.records.add(domain::StageChange{{{}, "d" + round}, {{}, "s" + round}, 5}, changes));
    TRY(tables.records.add(domain::AmountChange{{{}, "d" + round}, quota.amount, 5}, changes));
    TRY(tables.subscriptions.put({"u" + round, {{}, "a" + round}, "Team", 1, {}}, changes));
    TRY(tables.subscriptions.add(
        {"m" + round, "u" + round, domain::MovementKind::New, quota.amount, 2}, changes));
    auto note = event(round, domain::EventKind::NoteAdded, 10);
    note.contact.remoteId = "c" + round;
    note.title = "Title";
    note.body = "Body";
    TRY(tables.events.add(std::vector{note}, changes));
    return tables.derived.markTouched(changes);
}

base::Status writeDerived(Tables &tables, domain::AccountId home, domain::DealId renewal)
{
    TRY_ASSIGN(const auto history, tables.history.load(home, 0, 100));
    domain::Signal signal;
    signal.id = base::Uuid::named("signal", history.account.remoteId);
    signal.account = home;
    for (const auto &each : history.events)
        signal.evidence.push_back(each.id);
    TRY(tables.derived.replaceSignals(home, {signal}));
    TRY(tables.derived.replaceScore(
        {home, 2, 2, 2, domain::Tier::Cold, 1, {{{domain::ReasonCode::ScoreFit, {}}, 2}}}));
    TRY(tables.qualification.setElement(
        renewal,
        {domain::QualificationElement::Need, domain::ElementState::Noted, "yes", {}, "rep", 5}));
    const auto step = tables.qualification.addStep({home, domain::LifecycleStage::Lead, 5});
    TRY(step);
    TRY(tables.derived.replaceFact({renewal, {history.stages.back().id}, true, false}));
    return tables.derived.setDue({home, 100, 200, domain::Tier::Cold});
}

base::Status writeFacts(Tables &tables, const std::string &round, domain::AccountId home)
{
    auto made = action("action " + round, home);
    made.playId = "play";
    TRY(tables.actions.add(made));
    domain::Decision decision;
    decision.signal = base::Uuid::named("signal", "a" + round);
    decision.playId = made.playId;
    decision.account = home;
    decision.action = made.id;
    TRY(tables.decisions.add(decision));
    TRY(tables.decisions.assign({home, false, "salt", 150, 1}));
    made.state = domain::ActionState::Approved;
    TRY(tables.actions.update(made));
    auto effect = effectOf(made);
    TRY(tables.outbox.addApproval({made.id, "rep", effect.wireSha256, 1}));
    TRY(tables.outbox.add(effect));
    effect.state = domain::EffectState::Intent;
    TRY(tables.outbox.move(effect));
    TRY(tables.decisions.addOutcome({made.id, domain::Outcome::Connected, 3, {}}));
    domain::LedgerEntry entry;
    entry.subject = made.id;
    entry.payload = "{\"round\":" + round + '}';
    TRY(tables.ledger.append(entry, chainForTest));
    return tables.commands.push("approve", 1, {{made.id, "before", "after"}});
}

base::Status writeBooks(Tables &tables, const std::string &round)
{
    TRY(tables.settings.setValue("round", round));
    TRY(tables.settings.setSyncState({"demo", round, 1, 1, ""}));
    TRY(tables.sourceFields.put(
        {domain::RecordKind::Deal, "d" + round, "maven", "deals.csv", {{"id", round}}}));
    TRY_ASSIGN(const auto run, tables.imports.start("folder", "maven", 1));
    TRY(tables.imports.addReject(run, {{"deals.csv", 1, 2, "amount"}, "No number.", "x"}));
    domain::ImportReport report;
    report.byKind["deals"].added = 1;
    return tables.imports.finish(run, report);
}

} // namespace

base::Status writeEverywhere(Tables &tables, int number)
{
    const std::string round = std::to_string(number);
    domain::ChangeSet changes;
    TRY(writeRecords(tables, round, changes));
    TRY_ASSIGN(const auto home, tables.records.accountByRemoteId("a" + round));
    TRY_ASSIGN(const auto renewal, tables.records.dealByRemoteId("d" + round));
    TRY(writeDerived(tables, home, renewal));
    TRY(writeFacts(tables, round, home));
    return writeBooks(tables, round);
}

} // namespace topline::store
