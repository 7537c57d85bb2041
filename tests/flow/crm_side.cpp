#include "tests/flow/crm_side.h"

#include <gtest/gtest.h>

namespace topline::flow {

namespace {

struct FieldNames {
    const char *ours;
    const char *hubspot;
    const char *salesforce;
};

struct KindNames {
    const char *hubspot;
    const char *salesforce;
    std::vector<FieldNames> fields;
};

const KindNames &namesOf(RecordKind kind)
{
    static const KindNames accounts{
        "companies",
        "Account",
        {{"name", "name", "Name"}, {"country", "country", "BillingCountry"}}};
    static const KindNames contacts{
        "contacts",
        "Contact",
        {{"lastName", "lastname", "LastName"}, {"title", "jobtitle", "Title"}}};
    static const KindNames deals{
        "deals",
        "Opportunity",
        {{"name", "dealname", "Name"}, {"nextStep", "hs_next_step", "NextStep"}}};
    return kind == RecordKind::Account ? accounts : kind == RecordKind::Contact ? contacts : deals;
}

QString text(const std::string &plain)
{
    return QString::fromStdString(plain);
}

const FieldNames &fieldNames(RecordKind kind, const std::string &field)
{
    for (const auto &one : namesOf(kind).fields) {
        if (one.ours == field)
            return one;
    }
    ADD_FAILURE() << field;
    std::abort();
}

} // namespace

const std::vector<std::string> &fieldsOf(RecordKind kind)
{
    static std::map<RecordKind, std::vector<std::string>> all;
    auto &out = all[kind];
    if (out.empty()) {
        for (const auto &one : namesOf(kind).fields)
            out.emplace_back(one.ours);
    }
    return out;
}

std::string CrmSide::add(RecordKind kind, const std::string &key, const Texts &values)
{
    const std::string id = create(kind, key, values);
    Record &record = records[id];
    record.kind = kind;
    record.key = key;
    for (const auto &[field, value] : values)
        record.had[field].insert(value);
    return id;
}

void CrmSide::edit(const std::string &id, const std::string &field, const std::string &value)
{
    change(id, field, value);
    noteWrite(id, field, value);
}

void CrmSide::noteWrite(const std::string &id, const std::string &field, const std::string &value)
{
    records.at(id).had[field].insert(value);
}

void CrmSide::merge(const std::string &winner, const std::string &loser)
{
    const std::string into = unite(winner, loser);
    Record both = records.at(winner);
    for (const auto &[field, values] : records.at(loser).had)
        both.had[field].insert(values.begin(), values.end());
    for (const std::string &id : {winner, loser}) {
        records.at(id).isTouched = true;
        records.at(id).wasMerged = id != into;
    }
    both.isTouched = true;
    records[into] = both;
}

void CrmSide::remove(const std::string &id)
{
    take(id);
    records.at(id).isTouched = true;
}

void CrmSide::restore(const std::string &id)
{
    bringBack(id);
    records.at(id).isTouched = true;
}

std::vector<std::string> CrmSide::alive() const
{
    std::vector<std::string> out;
    for (const auto &[id, record] : records) {
        if (isAlive(id))
            out.push_back(id);
    }
    return out;
}

std::vector<std::string> CrmSide::deleted() const
{
    std::vector<std::string> out;
    for (const auto &[id, record] : records) {
        if (!record.wasMerged && !isAlive(id))
            out.push_back(id);
    }
    return out;
}

std::string HubSpotSide::create(RecordKind kind, const std::string &key, const Texts &values)
{
    fakes::HubSpotFakeValues all;
    for (const auto &[field, value] : values)
        all[fieldNames(kind, field).hubspot] = value;
    if (kind == RecordKind::Account)
        all["domain"] = key + ".example";
    else if (kind == RecordKind::Contact)
        all["email"] = key + "@people.example";
    else
        all.insert({{"dealstage", "appointmentscheduled"}, {"pipeline", "default"}});
    return bench.fake.add(namesOf(kind).hubspot, all);
}

bool HubSpotSide::isAlive(const std::string &id) const
{
    return bench.fake.record(namesOf(kindOf(id)).hubspot, id).archivedMs == 0;
}

Texts HubSpotSide::values(const std::string &id) const
{
    Texts out;
    for (const auto &one : namesOf(kindOf(id)).fields)
        out[one.ours] = bench.fake.value(namesOf(kindOf(id)).hubspot, id, one.hubspot);
    return out;
}

void HubSpotSide::change(const std::string &id, const std::string &field, const std::string &value)
{
    const RecordKind kind = kindOf(id);
    bench.fake.edit(namesOf(kind).hubspot, id, {{fieldNames(kind, field).hubspot, value}});
}

std::string HubSpotSide::unite(const std::string &winner, const std::string &loser)
{
    return bench.fake.merge(namesOf(kindOf(winner)).hubspot, winner, loser);
}

void HubSpotSide::take(const std::string &id)
{
    bench.fake.archive(namesOf(kindOf(id)).hubspot, id);
}

void HubSpotSide::bringBack(const std::string &id)
{
    bench.fake.restore(namesOf(kindOf(id)).hubspot, id);
}

std::string SalesforceSide::create(RecordKind kind, const std::string &key, const Texts &values)
{
    QJsonObject all;
    for (const auto &[field, value] : values)
        all.insert(QLatin1String(fieldNames(kind, field).salesforce), text(value));
    if (kind == RecordKind::Account) {
        all.insert(QLatin1String("Website"), text("https://www." + key + ".example/"));
    } else if (kind == RecordKind::Contact) {
        all.insert(QLatin1String("Email"), text(key + "@people.example"));
    } else {
        all.insert(QLatin1String("StageName"), QLatin1String("Prospecting"));
        all.insert(QLatin1String("CloseDate"), QLatin1String("2027-12-31"));
    }
    return bench.fake.add(namesOf(kind).salesforce, all);
}

bool SalesforceSide::isAlive(const std::string &id) const
{
    const auto *row = bench.fake.row(namesOf(kindOf(id)).salesforce, id);
    return row != nullptr && !row->value(QLatin1String("IsDeleted")).toBool();
}

Texts SalesforceSide::values(const std::string &id) const
{
    Texts out;
    for (const auto &one : namesOf(kindOf(id)).fields)
        out[one.ours] =
            bench.fake.cell(namesOf(kindOf(id)).salesforce, id, one.salesforce).toStdString();
    return out;
}

void SalesforceSide::change(const std::string &id, const std::string &field,
                            const std::string &value)
{
    const RecordKind kind = kindOf(id);
    bench.fake.edit(namesOf(kind).salesforce, id,
                    QJsonObject{{QLatin1String(fieldNames(kind, field).salesforce), text(value)}});
}

std::string SalesforceSide::unite(const std::string &winner, const std::string &loser)
{
    bench.fake.merge(namesOf(kindOf(winner)).salesforce, winner, loser);
    return winner;
}

void SalesforceSide::take(const std::string &id)
{
    bench.fake.remove(namesOf(kindOf(id)).salesforce, id);
}

void SalesforceSide::bringBack(const std::string &id)
{
    bench.fake.restore(namesOf(kindOf(id)).salesforce, id);
}

} // namespace topline::flow
