#include "tests/crm/salesforce_bench.h"

#include "core/base/hash.h"
#include "core/crm/salesforce_id.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace topline::crm {

namespace {

QString text(const std::string &plain)
{
    return QString::fromStdString(plain);
}

// What a page did not deliver stays as it was.
template <typename Record, typename Field>
void keepMissing(const Page &page, domain::RecordKind kind, const char *field, Record &fresh,
                 const std::map<std::string, Record> &known, Field Record::*member)
{
    const auto missing = page.missing.find(kind);
    const auto before = known.find(fresh.remoteId);
    if (missing != page.missing.end() && missing->second.contains(field) && before != known.end())
        fresh.*member = before->second.*member;
}

template <typename Record>
void forget(std::map<std::string, Record> &records, const std::string &id)
{
    records.erase(id);
}

} // namespace

base::Result<Access> BenchAccess::access(const CancelToken &)
{
    if (isRevoked)
        return base::Error{base::ErrorCode::SignInNeeded, "Sign in again."};
    return Access{base::Secret(m_token), "http://127.0.0.1:1"};
}

base::Result<Access> BenchAccess::renew(const Access &, const CancelToken &cancel)
{
    ++renewals;
    m_token = m_fake.token;
    return access(cancel);
}

void Mirror::apply(const Page &page)
{
    for (const auto &merged : page.merged) {
        aliases[merged.fromRemoteId] = merged.toRemoteId;
        forget(contacts, merged.fromRemoteId);
        forget(accounts, merged.fromRemoteId);
    }
    for (const auto &owner : page.owners)
        owners[owner.remoteId] = owner;
    for (const auto &stage : page.stages)
        stages[stage.remoteId] = stage;
    for (const auto &account : page.accounts)
        accounts[account.remoteId] = account;
    for (auto contact : page.contacts) {
        keepMissing(page, domain::RecordKind::Contact, "title", contact, contacts,
                    &domain::Contact::title);
        contacts[contact.remoteId] = contact;
    }
    for (auto deal : page.deals) {
        keepMissing(page, domain::RecordKind::Deal, "amount", deal, deals, &domain::Deal::amount);
        deals[deal.remoteId] = deal;
    }
    for (const auto &change : page.stageChanges)
        stageChanges.insert({change.deal.remoteId + " " + change.stage.remoteId, change.atMs});
    for (const auto &change : page.amountChanges)
        amountChanges.insert({change.deal.remoteId, change.atMs});
    for (const auto &change : page.closeChanges)
        closeChanges.insert({change.atMs, change.closeMs});
    for (const auto &event : page.events) {
        events.emplace(event.sourceKey, event); // what is known stays as it came first
        ++eventsDelivered;
    }
    for (const auto &one : page.gone) {
        if (!one.isDeleted)
            continue;
        gone.insert(one.remoteId);
        forget(contacts, one.remoteId);
        forget(accounts, one.remoteId);
        forget(deals, one.remoteId);
    }
    for (const auto &one : page.progress)
        progress[one.object] = one;
    delivered += page.contacts.size() + page.accounts.size() + page.deals.size();
    cursor = page.nextCursor;
    ++pages;
}

SalesforceBench::SalesforceBench()
{
    restart();
}

base::Status SalesforceBench::pullInto(Mirror &mirror)
{
    for (int page = 0; page < 1'000; ++page) {
        TRY_ASSIGN(const Page next, connector().pull(mirror.cursor, cancel));
        mirror.apply(next);
        if (!next.more)
            return {};
    }
    return base::Error{base::ErrorCode::Io, "Pages do not end."};
}

Mirror SalesforceBench::pulled()
{
    Mirror out;
    const auto done = pullInto(out);
    EXPECT_TRUE(done.ok()) << (done.ok() ? "" : done.error().text());
    return out;
}

domain::Effect SalesforceBench::effect(domain::ActionKind kind,
                                       std::map<std::string, std::string> members,
                                       std::vector<domain::FieldChange> fields, int number) const
{
    domain::Effect out;
    out.id = base::Uuid::named("effect", "salesforce:" + std::to_string(number));
    out.kind = kind;
    members.emplace("action", "a");
    members.emplace("at", std::to_string(clock.now()));
    members.emplace("effect", out.id.text());
    members.emplace("kind", std::string(domain::actionKindName(kind)));
    QJsonObject wire;
    for (const auto &[key, value] : members)
        wire.insert(text(key), text(value));
    QJsonArray list;
    for (const auto &one : fields)
        list.append(QJsonObject{{QLatin1String("field"), text(one.field)},
                                {QLatin1String("base"), text(one.base)},
                                {QLatin1String("value"), text(one.value)}});
    wire.insert(QLatin1String("fields"), list);
    out.wire = QJsonDocument(wire).toJson(QJsonDocument::Compact).toStdString();
    out.wireSha256 = base::hex(base::sha256(out.wire));
    out.changedMs = clock.now();
    return out;
}

std::string SalesforceBench::addContact(const std::string &name, const std::string &account)
{
    pass(base::secondMs);
    QJsonObject fields{{QLatin1String("FirstName"), QLatin1String("Ada")},
                       {QLatin1String("LastName"), text(name)},
                       {QLatin1String("Title"), QLatin1String("Head of Buying")},
                       {QLatin1String("Email"), text(name + "@firm.example")}};
    if (!account.empty())
        fields.insert(QLatin1String("AccountId"), text(account));
    return fake.add("Contact", fields);
}

std::string SalesforceBench::addDeal(const std::string &name, double amount,
                                     const std::string &stage, const std::string &account)
{
    pass(base::secondMs);
    QJsonObject fields{{QLatin1String("Name"), text(name)},
                       {QLatin1String("StageName"), text(stage)},
                       {QLatin1String("Amount"), amount},
                       {QLatin1String("NextStep"), QLatin1String("Call")},
                       {QLatin1String("CloseDate"), QLatin1String("2026-12-31")}};
    if (!account.empty())
        fields.insert(QLatin1String("AccountId"), text(account));
    return fake.add("Opportunity", fields);
}

std::string SalesforceBench::addTask(const std::string &subject, const std::string &contact)
{
    pass(base::secondMs);
    return fake.add("Task", {{QLatin1String("Subject"), text(subject)},
                             {QLatin1String("Status"), QLatin1String("Completed")},
                             {QLatin1String("WhoId"), text(contact)}});
}

void SalesforceBench::fillSmall()
{
    const std::string owner = fake.add("User", {{QLatin1String("Name"), QLatin1String("Rita Rep")},
                                                {QLatin1String("IsActive"), true}});
    const std::string account =
        fake.add("Account", {{QLatin1String("Name"), QLatin1String("Acme")},
                             {QLatin1String("Website"), QLatin1String("https://www.Acme.example/")},
                             {QLatin1String("AnnualRevenue"), 1'200'000.5},
                             {QLatin1String("OwnerId"), text(owner)}});
    const std::string contact = addContact("Byron", account);
    addContact("Lovelace", account);
    const std::string deal = addDeal("Acme renewal", 1'234.5, "Prospecting", account);
    fake.add("OpportunityContactRole", {{QLatin1String("OpportunityId"), text(deal)},
                                        {QLatin1String("ContactId"), text(contact)},
                                        {QLatin1String("IsPrimary"), true}});
    pass(base::hourMs);
    fake.edit("Opportunity", deal, {{QLatin1String("StageName"), QLatin1String("Proposal")}});
    const std::string lead = fake.add("Lead", {{QLatin1String("LastName"), QLatin1String("Hopper")},
                                               {QLatin1String("Company"), QLatin1String("Navy")}});
    fake.add("Task", {{QLatin1String("Subject"), QLatin1String("Rang them")},
                      {QLatin1String("Status"), QLatin1String("Completed")},
                      {QLatin1String("TaskSubtype"), QLatin1String("Call")},
                      {QLatin1String("WhoId"), text(contact)},
                      {QLatin1String("WhatId"), text(deal)}});
    fake.add("Task", {{QLatin1String("Subject"), QLatin1String("Still to do")}});
    fake.add("Event",
             {{QLatin1String("Subject"), QLatin1String("Demo")},
              {QLatin1String("StartDateTime"), QLatin1String("2026-11-18T08:00:00.000+0000")},
              {QLatin1String("EndDateTime"), QLatin1String("2026-11-18T09:00:00.000+0000")},
              {QLatin1String("WhoId"), text(contact)}});
    fakes::addEnhancedNote(fake, "Rollout", "They want to start in spring.", {deal});
    fake.add("Note", {{QLatin1String("Title"), QLatin1String("History")},
                      {QLatin1String("Body"), QLatin1String("A customer since 2019.")},
                      {QLatin1String("ParentId"), text(account)}});
    const std::string campaign = addCampaign("Spring fair");
    addMember(campaign, "ContactId", contact, "Responded");
    addMember(campaign, "LeadId", lead, "Sent");
    pass(base::minuteMs);
}

std::string SalesforceBench::addCampaign(const std::string &name)
{
    return fake.add("Campaign", {{QLatin1String("Name"), text(name)}});
}

std::string SalesforceBench::addMember(const std::string &campaign, const char *reference,
                                       const std::string &person, const char *status)
{
    return fake.add("CampaignMember", {{QLatin1String("CampaignId"), text(campaign)},
                                       {QLatin1String(reference), text(person)},
                                       {QLatin1String("Status"), QLatin1String(status)}});
}

const domain::Event *Mirror::event(domain::EventKind kind, const std::string &title) const
{
    for (const auto &[key, one] : events) {
        if (one.kind == kind && one.title == title)
            return &one;
    }
    return nullptr;
}

} // namespace topline::crm
