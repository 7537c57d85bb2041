#include "core/crm/salesforce_mapping.h"

#include "core/base/number_text.h"
#include "core/base/text.h"
#include "core/crm/salesforce_id.h"

#include <algorithm>

namespace topline::crm {

namespace {

constexpr std::string_view pipelineName = "Salesforce";

template <typename Id> domain::Ref<Id> refTo(const SalesforceRow &row, std::string_view path)
{
    domain::Ref<Id> out;
    out.remoteId = salesforceRemoteId(row.text(path));
    return out;
}

std::optional<base::Money> moneyOf(const SalesforceRow &row, std::string_view path,
                                   const SalesforceSchema &schema)
{
    if (!row.has(path))
        return std::nullopt;
    const std::string named = row.text("CurrencyIsoCode");
    const auto currency = base::Currency::parse(named.empty() ? schema.currency() : named);
    base::MoneyFormat format;
    format.currency = currency.value_or(base::Currency{});
    format.roundExtraDigits = true;
    const auto money = base::parseMoney(row.text(path), format);
    return money.ok() ? std::optional(*money) : std::nullopt;
}

std::optional<std::int64_t> numberOf(const SalesforceRow &row, std::string_view path)
{
    if (!row.has(path))
        return std::nullopt;
    const auto number = base::parseInteger(row.text(path));
    return number.ok() ? std::optional(*number) : std::nullopt;
}

base::UtcMs stampOf(const SalesforceRow &row)
{
    return salesforceTime(row.text("SystemModstamp")).value_or(0);
}

void addOwner(const SalesforceRow &row, Page &page)
{
    domain::Owner out;
    out.remoteId = salesforceRemoteId(row.id);
    out.name = row.text("Name");
    out.email = row.text("Email");
    out.team = row.text("Department");
    out.manager = row.text("Manager.Name");
    out.active = !row.has("IsActive") || row.flag("IsActive");
    out.updatedMs = stampOf(row);
    page.owners.push_back(std::move(out));
}

void addProduct(const SalesforceRow &row, Page &page)
{
    domain::Product out;
    out.remoteId = salesforceRemoteId(row.id);
    out.name = row.text("Name");
    out.family = row.text("Family");
    out.updatedMs = stampOf(row);
    page.products.push_back(std::move(out));
}

void addAccount(const SalesforceRow &row, const SalesforceSchema &schema, Page &page)
{
    domain::Account out;
    out.remoteId = salesforceRemoteId(row.id);
    out.name = row.text("Name");
    out.domain = base::domainOf(row.text("Website"));
    out.industry = row.text("Industry");
    out.country = row.text("BillingCountry");
    out.parent = row.text("Parent.Name");
    out.employees = numberOf(row, "NumberOfEmployees");
    out.annualRevenue = moneyOf(row, "AnnualRevenue", schema);
    out.owner = refTo<domain::OwnerId>(row, "OwnerId");
    out.createdMs = salesforceTime(row.text("CreatedDate"));
    out.updatedMs = stampOf(row);
    page.accounts.push_back(std::move(out));
}

void addContact(const SalesforceRow &row, Page &page)
{
    domain::Contact out;
    out.remoteId = salesforceRemoteId(row.id);
    out.account = refTo<domain::AccountId>(row, "AccountId");
    out.firstName = row.text("FirstName");
    out.lastName = row.text("LastName");
    out.email = row.text("Email");
    out.phone = row.text("Phone");
    out.title = row.text("Title");
    out.optedOut = row.flag("HasOptedOutOfEmail");
    out.bounced = row.flag("IsEmailBounced") || row.has("EmailBouncedDate");
    out.createdMs = salesforceTime(row.text("CreatedDate"));
    out.updatedMs = stampOf(row);
    page.contacts.push_back(std::move(out));
}

domain::StageKind kindOf(bool closed, bool won)
{
    if (!closed)
        return domain::StageKind::Open;
    return won ? domain::StageKind::Won : domain::StageKind::Lost;
}

// A stage that deals name and the organisation no longer lists.
void addUnlistedStage(const std::string &name, domain::StageKind kind,
                      const SalesforceSchema &schema, Page &page)
{
    const std::string id = salesforceStageId(name);
    const bool isThere = std::any_of(page.stages.begin(), page.stages.end(),
                                     [&](const auto &stage) { return stage.remoteId == id; });
    if (name.empty() || isThere || schema.knowsStage(name))
        return;
    domain::Stage out;
    out.remoteId = id;
    out.pipeline = pipelineName;
    out.name = name;
    out.order = static_cast<int>(schema.stages().size());
    out.kind = kind;
    page.stages.push_back(std::move(out));
}

void addDeal(const SalesforceRow &row, const SalesforceSchema &schema, Page &page)
{
    domain::Deal out;
    out.remoteId = salesforceRemoteId(row.id);
    out.name = row.text("Name");
    out.account = refTo<domain::AccountId>(row, "AccountId");
    out.contact = refTo<domain::ContactId>(row, "OpportunityContactRoles.ContactId");
    out.owner = refTo<domain::OwnerId>(row, "OwnerId");
    const std::string stage = row.text("StageName");
    if (!stage.empty())
        out.stage.remoteId = salesforceStageId(stage);
    addUnlistedStage(stage, kindOf(row.flag("IsClosed"), row.flag("IsWon")), schema, page);
    out.amount = moneyOf(row, "Amount", schema);
    out.source = row.text("LeadSource");
    if (out.source.empty())
        out.source = row.text("Campaign.Name");
    out.nextStep = row.text("NextStep");
    out.createdMs = salesforceTime(row.text("CreatedDate"));
    out.closeMs = salesforceTime(row.text("CloseDate"));
    out.updatedMs = stampOf(row);
    page.deals.push_back(std::move(out));
}

} // namespace

std::optional<base::UtcMs> salesforceTime(std::string_view text)
{
    if (text.empty())
        return std::nullopt;
    const auto time = base::parseTime(text);
    return time.ok() ? std::optional(time->utcMs) : std::nullopt;
}

void addSalesforceStages(const SalesforceSchema &schema, Page &page)
{
    for (const SalesforceRow &row : schema.stages()) {
        domain::Stage out;
        out.remoteId = salesforceStageId(row.text("ApiName"));
        out.pipeline = pipelineName;
        out.name = row.text("MasterLabel");
        out.order = static_cast<int>(page.stages.size());
        out.kind = kindOf(row.flag("IsClosed"), row.flag("IsWon"));
        page.stages.push_back(std::move(out));
    }
}

void mapSalesforceRow(const SalesforceStream &stream, const SalesforceRow &row,
                      const SalesforceContext &context, Page &page)
{
    using enum SalesforceStreamKind;
    if (stream.record && row.flag("IsDeleted")) {
        const std::string master = salesforceRemoteId(row.text("MasterRecordId"));
        if (master.empty())
            page.gone.push_back({*stream.record, salesforceRemoteId(row.id), true});
        else
            page.merged.push_back({*stream.record, salesforceRemoteId(row.id), master});
        return;
    }
    switch (stream.kind) {
    case Users:
        return addOwner(row, page);
    case Products:
        return addProduct(row, page);
    case Accounts:
        return addAccount(row, context.schema, page);
    case Contacts:
        return addContact(row, page);
    case Leads: {
        if (!row.flag("IsConverted"))
            return addContact(row, page);
        const std::string contact = salesforceRemoteId(row.text("ConvertedContactId"));
        if (contact.empty())
            page.gone.push_back({domain::RecordKind::Contact, salesforceRemoteId(row.id), false});
        else
            page.merged.push_back(
                {domain::RecordKind::Contact, salesforceRemoteId(row.id), contact});
        return;
    }
    case Deals:
        return addDeal(row, context.schema, page);
    case Emails:
    case Tasks:
    case Meetings:
    case HeldMeetings:
    case Notes:
    case DealNotes:
    case ContactNotes:
    case LeadNotes:
    case AccountNotes:
        return addSalesforceEvent(stream, row, context, page);
    case Members:
        return addSalesforceMember(row, page);
    case Roles:
    case History:
        return;
    }
}

void addSalesforceHistory(const std::vector<SalesforceRow> &rows, const SalesforceContext &context,
                          SalesforceHistoryMark &mark, Page &page)
{
    for (const SalesforceRow &row : rows) {
        const std::string deal = salesforceRemoteId(row.text("OpportunityId"));
        const auto at = salesforceTime(row.text("CreatedDate"));
        if (deal.empty() || !at)
            continue;
        if (deal != mark.deal)
            mark = {deal, "", ""};
        const std::string stage = row.text("StageName");
        if (!stage.empty() && stage != mark.stage) {
            const std::string forecast = row.text("ForecastCategory");
            addUnlistedStage(
                stage, kindOf(forecast == "Closed" || forecast == "Omitted", forecast == "Closed"),
                context.schema, page);
            page.stageChanges.push_back({{{}, deal}, {{}, salesforceStageId(stage)}, *at});
            mark.stage = stage;
        }
        const auto amount = moneyOf(row, "Amount", context.schema);
        if (amount && row.text("Amount") != mark.amount) {
            page.amountChanges.push_back({{{}, deal}, *amount, *at});
            mark.amount = row.text("Amount");
        }
        const auto close = salesforceTime(row.text("CloseDate"));
        const bool isMove = page.closeChanges.empty() ||
                            page.closeChanges.back().deal.remoteId != deal ||
                            page.closeChanges.back().closeMs != close;
        if (close && isMove)
            page.closeChanges.push_back({{{}, deal}, *close, *at});
    }
}

} // namespace topline::crm
