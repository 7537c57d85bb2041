#include "core/crm/hubspot_mapping.h"

#include "core/base/number_text.h"
#include "core/base/text.h"
#include "core/crm/hubspot_json.h"
#include "core/crm/hubspot_zone.h"

#include <QJsonArray>

#include <algorithm>

namespace topline::crm {

namespace {

using base::UtcMs;
using domain::RecordKind;

// Reads the properties of one record.
class Reader {
public:
    Reader(const HubSpotRow &row, const HubSpotFacts &facts)
        : m_row(row)
        , m_facts(facts)
        , m_properties(jsonObject(row.record, "properties"))
    {
    }

    std::string id() const { return jsonId(m_row.record.value(QLatin1String("id"))); }

    std::string text(std::string_view name) const
    {
        return propertyText(m_properties, name).value_or(std::string());
    }

    std::optional<UtcMs> time(std::string_view name) const
    {
        const auto value = propertyText(m_properties, name);
        return value ? hubspotTime(*value, m_facts.portal.zone) : std::nullopt;
    }

    std::optional<std::int64_t> number(std::string_view name) const
    {
        const auto value = propertyText(m_properties, name);
        if (!value)
            return std::nullopt;
        const auto parsed = base::parseInteger(*value);
        return parsed.ok() ? std::optional(*parsed) : std::nullopt;
    }

    bool flag(std::string_view name) const { return text(name) == "true"; }

    base::Currency currency() const
    {
        const auto own = base::Currency::parse(text("deal_currency_code"));
        return own.value_or(m_facts.portal.currency);
    }

    std::optional<base::Money> money(std::string_view name, base::Currency currency) const
    {
        const auto value = propertyText(m_properties, name);
        return value ? moneyOf(*value, currency) : std::nullopt;
    }

    static std::optional<base::Money> moneyOf(const std::string &text, base::Currency currency)
    {
        const auto parsed =
            base::parseMoney(text, {.currency = currency, .roundExtraDigits = true});
        return parsed.ok() ? std::optional(*parsed) : std::nullopt;
    }

    template <typename Id> domain::Ref<Id> owner() const
    {
        const std::string value = text("hubspot_owner_id");
        return value.empty() ? domain::Ref<Id>{} : domain::Ref<Id>{{}, withHubSpotPrefix(value)};
    }

    template <typename Id> domain::Ref<Id> link(std::string_view object) const
    {
        const auto found = m_row.links.find(object);
        return found == m_row.links.end() ? domain::Ref<Id>{}
                                          : domain::Ref<Id>{{}, withHubSpotPrefix(found->second)};
    }

    // A merged record is known by a new id; it lists the ones that it was known by.
    void addMergers(RecordKind kind, Page &page) const
    {
        const std::string ids = text("hs_merged_object_ids");
        for (std::size_t at = 0; at < ids.size();) {
            const std::size_t end = std::min(ids.find(';', at), ids.size());
            const std::string from = ids.substr(at, end - at);
            if (isHubSpotId(from) && from != id())
                page.merged.push_back({kind, withHubSpotPrefix(from), withHubSpotPrefix(id())});
            at = end + 1;
        }
    }

    const HubSpotFacts &facts() const { return m_facts; }

    QJsonArray history(const char *property) const
    {
        return jsonArray(jsonObject(m_row.record, "propertiesWithHistory"), property);
    }

private:
    const HubSpotRow &m_row;
    const HubSpotFacts &m_facts;
    QJsonObject m_properties;
};

domain::Account account(const Reader &read, UtcMs updatedMs)
{
    domain::Account out;
    out.remoteId = withHubSpotPrefix(read.id());
    out.domain = base::domainOf(read.text("domain"));
    out.name = read.text("name");
    if (out.name.empty())
        out.name = out.domain.empty() ? "Company " + read.id() : out.domain;
    out.industry = read.text("industry");
    out.country = read.text("country");
    out.employees = read.number("numberofemployees");
    out.annualRevenue = read.money("annualrevenue", read.facts().portal.currency);
    out.owner = read.owner<domain::OwnerId>();
    out.createdMs = read.time("createdate");
    out.updatedMs = updatedMs;
    return out;
}

domain::Contact contact(const Reader &read, UtcMs updatedMs)
{
    domain::Contact out;
    out.remoteId = withHubSpotPrefix(read.id());
    out.account = read.link<domain::AccountId>("companies");
    out.firstName = read.text("firstname");
    out.lastName = read.text("lastname");
    out.email = read.text("email");
    out.phone = read.text("phone");
    out.title = read.text("jobtitle");
    out.timeZone = hubspotZoneName(read.text("hs_timezone"));
    out.optedOut = read.flag("hs_email_optout");
    out.bounced = !read.text("hs_email_hard_bounce_reason_enum").empty();
    out.createdMs = read.time("createdate");
    out.updatedMs = updatedMs;
    return out;
}

domain::Deal deal(const Reader &read, UtcMs updatedMs)
{
    domain::Deal out;
    out.remoteId = withHubSpotPrefix(read.id());
    out.name = read.text("dealname");
    out.account = read.link<domain::AccountId>("companies");
    out.contact = read.link<domain::ContactId>("contacts");
    out.owner = read.owner<domain::OwnerId>();
    const std::string stage = read.text("dealstage");
    if (!stage.empty())
        out.stage.remoteId = read.facts().stages.remoteId(stage, read.text("pipeline"));
    out.amount = read.money("amount", read.currency());
    out.source = read.text("hs_analytics_source");
    out.nextStep = read.text("hs_next_step");
    out.createdMs = read.time("createdate");
    out.closeMs = read.time("closedate");
    out.updatedMs = updatedMs;
    return out;
}

// The answer has the newest version first; ours go forward. A version that says what the one before
// it said is no change.
void addHistory(const Reader &read, Page &page)
{
    const domain::Ref<domain::DealId> deal{{}, withHubSpotPrefix(read.id())};
    const QJsonArray stages = read.history("dealstage");
    std::string before;
    for (qsizetype i = stages.size(); i-- > 0;) {
        const QJsonObject version = stages[i].toObject();
        const std::string stage = jsonText(version, "value");
        const auto at = hubspotTime(jsonText(version, "timestamp"));
        if (!stage.empty() && at && stage != before)
            page.stageChanges.push_back(
                {deal, {{}, read.facts().stages.remoteId(stage, read.text("pipeline"))}, *at});
        before = stage;
    }
    const QJsonArray amounts = read.history("amount");
    before.clear();
    for (qsizetype i = amounts.size(); i-- > 0;) {
        const QJsonObject version = amounts[i].toObject();
        const std::string amount = jsonText(version, "value");
        const auto at = hubspotTime(jsonText(version, "timestamp"));
        const auto money = Reader::moneyOf(amount, read.currency());
        if (money && at && amount != before)
            page.amountChanges.push_back({deal, *money, *at});
        before = amount;
    }
    const QJsonArray dates = read.history("closedate");
    for (qsizetype i = dates.size(); i-- > 0;) {
        const QJsonObject version = dates[i].toObject();
        const auto close = hubspotTime(jsonText(version, "value"));
        const auto at = hubspotTime(jsonText(version, "timestamp"));
        const bool isMove = page.closeChanges.empty() || page.closeChanges.back().deal != deal ||
                            page.closeChanges.back().closeMs != close;
        if (close && at && isMove)
            page.closeChanges.push_back({deal, *close, *at});
    }
}

// Fields that we never ask HubSpot for: unknown, not empty.
std::set<std::string> neverRead(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Account:
        return {"parent"};
    case RecordKind::Deal:
        return {"product"};
    default:
        return {};
    }
}

std::string fieldOfLink(std::string_view object)
{
    return object == "companies" ? "account" : "contact";
}

} // namespace

UtcMs hubspotModified(const HubSpotObject &object, const QJsonObject &record)
{
    const auto value = propertyText(jsonObject(record, "properties"), object.modified);
    const auto at = hubspotTime(value.value_or(jsonText(record, "updatedAt")));
    return at.value_or(0);
}

void addRecord(const HubSpotObject &object, const HubSpotRow &row, const HubSpotFacts &facts,
               Page &page)
{
    const Reader read(row, facts);
    const UtcMs updatedMs = hubspotModified(object, row.record);
    read.addMergers(*object.record, page);
    switch (*object.record) {
    case RecordKind::Account:
        page.accounts.push_back(account(read, updatedMs));
        break;
    case RecordKind::Contact:
        page.contacts.push_back(contact(read, updatedMs));
        break;
    default:
        page.deals.push_back(deal(read, updatedMs));
        addHistory(read, page);
        break;
    }
}

std::vector<const HubSpotProperty *> undelivered(const HubSpotObject &object,
                                                 const std::vector<HubSpotRow> &rows)
{
    std::vector<const HubSpotProperty *> out;
    for (const HubSpotProperty &property : object.properties) {
        const bool isMissing = std::any_of(rows.begin(), rows.end(), [&](const HubSpotRow &row) {
            return !hasProperty(jsonObject(row.record, "properties"), property.name);
        });
        if (isMissing)
            out.push_back(&property);
    }
    return out;
}

std::string noteMissing(const HubSpotObject &object, const std::vector<HubSpotRow> &rows,
                        const std::set<std::string> &unlinked, Page &page)
{
    if (rows.empty())
        return {};
    std::set<std::string> fields;
    std::string drift;
    for (const HubSpotProperty *property : undelivered(object, rows)) {
        if (!property->field.empty())
            fields.insert(std::string(property->field));
        if (!property->isOptional)
            drift += (drift.empty() ? "" : ", ") + std::string(property->name);
    }
    if (object.record) {
        fields.merge(neverRead(*object.record));
        for (const std::string &other : unlinked)
            fields.insert(fieldOfLink(other));
        if (!fields.empty())
            page.missing[*object.record].merge(fields);
    }
    return drift.empty() ? drift : "HubSpot no longer delivers: " + drift + ".";
}

} // namespace topline::crm
