#include "core/crm/salesforce_schema.h"

#include "core/crm/salesforce_api.h"
#include "core/crm/soql.h"
#include "core/crm/url_text.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace topline::crm {

namespace {

constexpr std::array<std::string_view, 16> described = {"User",
                                                        "Product2",
                                                        "Account",
                                                        "Contact",
                                                        "Lead",
                                                        "Opportunity",
                                                        "OpportunityContactRole",
                                                        "EmailMessage",
                                                        "Task",
                                                        "OpportunityHistory",
                                                        "Event",
                                                        "CampaignMember",
                                                        "ContentDocumentLink",
                                                        "ContentNote",
                                                        "Note",
                                                        "Organization"};
static_assert(described.size() + 2 <= salesforceCallsPerComposite);

// Standard fields of a standard object, which no field-level security can hide.
std::string stagesQuery()
{
    return Soql{"Id, ApiName, MasterLabel, IsActive, SortOrder, IsClosed, IsWon",
                "OpportunityStage", "", "SortOrder, Id", salesforceRowsPerPage}
        .text();
}

std::string textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().toStdString();
}

bool flagOf(const QJsonObject &object, const char *key, bool otherwise = false)
{
    return object.value(QLatin1String(key)).toBool(otherwise);
}

std::string doneStatusQuery()
{
    return Soql{"Id, ApiName", "TaskStatus", "IsClosed = true", "SortOrder, Id", 1}.text();
}

SalesforceField fieldOf(const QJsonObject &object)
{
    SalesforceField out;
    out.type = textOf(object, "type");
    out.relationship = textOf(object, "relationshipName");
    out.targets =
        static_cast<std::size_t>(object.value(QLatin1String("referenceTo")).toArray().size());
    out.isCreateable = flagOf(object, "createable");
    out.isUpdateable = flagOf(object, "updateable");
    out.isFilterable = flagOf(object, "filterable", true);
    out.isExternalId = flagOf(object, "externalId");
    out.isUnique = flagOf(object, "unique");
    for (const QJsonValue &each : object.value(QLatin1String("picklistValues")).toArray()) {
        const QJsonObject choice = each.toObject();
        if (flagOf(choice, "active", true))
            out.choices.push_back(textOf(choice, "value"));
    }
    return out;
}

base::Error strange(base::UtcMs now)
{
    return {.code = base::ErrorCode::Unavailable,
            .message = "Salesforce did not describe its objects as it publishes.",
            .kept = "Nothing was changed.",
            .retryAtMs = now + base::minuteMs};
}

} // namespace

const SalesforceField *SalesforceObject::field(std::string_view fieldName) const
{
    const auto found = fields.find(fieldName);
    return found == fields.end() ? nullptr : &found->second;
}

bool SalesforceObject::creates(std::string_view fieldName) const
{
    const SalesforceField *known = field(fieldName);
    return known != nullptr && known->isCreateable;
}

bool SalesforceObject::updates(std::string_view fieldName) const
{
    const SalesforceField *known = field(fieldName);
    return known != nullptr && known->isUpdateable;
}

bool SalesforceObject::shows(std::string_view path) const
{
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos)
        return field(path) != nullptr;
    for (const auto &[fieldName, each] : fields) {
        if (each.relationship == path.substr(0, dot) && each.targets == 1)
            return true;
    }
    return false;
}

std::optional<SalesforceObject> readSalesforceDescribe(std::string_view body)
{
    const QJsonObject object =
        QJsonDocument::fromJson(
            QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size())))
            .object();
    const QJsonArray fields = object.value(QLatin1String("fields")).toArray();
    SalesforceObject out;
    out.name = textOf(object, "name");
    if (out.name.empty() || fields.isEmpty())
        return std::nullopt;
    out.isQueryable = flagOf(object, "queryable", true);
    out.isCreateable = flagOf(object, "createable");
    out.isUpdateable = flagOf(object, "updateable");
    for (const QJsonValue &each : fields)
        out.fields.emplace(textOf(each.toObject(), "name"), fieldOf(each.toObject()));
    for (const QJsonValue &each : object.value(QLatin1String("childRelationships")).toArray())
        out.children.insert(textOf(each.toObject(), "relationshipName"));
    return out;
}

base::Status SalesforceSchema::take(std::string_view name, const SalesforcePart &part,
                                    base::UtcMs now)
{
    if (part.status == 304 && find(name) != nullptr)
        return {};
    const SalesforceFailure failure{part.status, readSalesforceFaults(part.body)};
    const SalesforceVerdict verdict = failure.verdict();
    if (part.status >= 500 || verdict == SalesforceVerdict::Retry ||
        verdict == SalesforceVerdict::Limit || verdict == SalesforceVerdict::SignIn)
        return salesforceReadError(failure, now);
    if (part.status != 200) {
        m_objects.erase(std::string(name));
        m_reasons[std::string(name)] = failure.text();
        return {};
    }
    auto object = readSalesforceDescribe(part.body);
    if (!object)
        return strange(now);
    object->lastModified = part.lastModified;
    m_objects.insert_or_assign(std::string(name), std::move(*object));
    return {};
}

base::Status SalesforceSchema::takeStages(const SalesforcePart &part, base::UtcMs now)
{
    if (part.status != 200) {
        const SalesforceFailure failure{part.status, readSalesforceFaults(part.body)};
        if (part.status >= 500 || failure.verdict() == SalesforceVerdict::Retry)
            return salesforceReadError(failure, now);
        m_stages.clear();
        m_reasons["OpportunityStage"] = failure.text();
        return {};
    }
    auto rows = readSalesforceRows(part.body);
    if (!rows)
        return strange(now);
    m_stages = std::move(rows->rows);
    return {};
}

base::Status SalesforceSchema::refresh(SalesforceClient &client, const CancelToken &cancel,
                                       bool force)
{
    TRY(client.prepare(cancel));
    std::vector<SalesforceSubrequest> reads;
    for (const std::string_view name : described) {
        SalesforceSubrequest read{client.pathOf("/sobjects/" + std::string(name) + "/describe"),
                                  {}};
        const SalesforceObject *known = find(name);
        if (known != nullptr && !force && !known->lastModified.empty())
            read.headers.emplace_back("If-Modified-Since", known->lastModified);
        reads.push_back(std::move(read));
    }
    reads.push_back({client.pathOf("/query?q=" + percentEncoded(stagesQuery())), {}});
    reads.push_back({client.pathOf("/query?q=" + percentEncoded(doneStatusQuery())), {}});
    TRY_ASSIGN(const auto answer, client.send({.method = HttpMethod::Post,
                                               .path = "/composite",
                                               .body = salesforceCompositeBody(reads)},
                                              cancel));
    if (!answer.ok())
        return salesforceReadError(answer.failure(), client.now());
    const auto parts = readSalesforceParts(answer.body, reads.size());
    if (!parts)
        return strange(client.now());
    SalesforceSchema next = *this;
    for (std::size_t i = 0; i < described.size(); ++i)
        TRY(next.take(described[i], (*parts)[i], client.now()));
    TRY(next.takeStages((*parts)[described.size()], client.now()));
    const auto done = readSalesforceRows(parts->back().body);
    if (parts->back().status == 200 && done && !done->rows.empty())
        next.m_doneStatus = done->rows.front().text("ApiName");
    TRY(next.askCurrency(client, cancel));
    next.m_isLoaded = true;
    *this = std::move(next);
    return {};
}

// Organisations with several currencies say it on every row; the others say it here.
base::Status SalesforceSchema::askCurrency(SalesforceClient &client, const CancelToken &cancel)
{
    if (m_isCurrencyAsked || isMultiCurrency())
        return {};
    TRY_ASSIGN(const auto answer, client.send({.path = "/connect/organization"}, cancel));
    if (const auto object = readSalesforceObject(answer.body); answer.ok() && object)
        m_currency = object->text("features.defaultCurrencyIsoCode");
    if (m_currency.empty())
        m_currency = client.options().currency;
    m_isCurrencyAsked = true;
    return {};
}

bool SalesforceSchema::knowsStage(std::string_view apiName) const
{
    for (const SalesforceRow &stage : m_stages) {
        if (stage.text("ApiName") == apiName)
            return true;
    }
    return false;
}

base::Status SalesforceSchema::load(SalesforceClient &client, const CancelToken &cancel)
{
    return m_isLoaded ? base::Status() : refresh(client, cancel);
}

const SalesforceObject *SalesforceSchema::find(std::string_view name) const
{
    const auto found = m_objects.find(name);
    return found == m_objects.end() ? nullptr : &found->second;
}

std::string SalesforceSchema::reasonFor(std::string_view name) const
{
    const auto found = m_reasons.find(name);
    return found == m_reasons.end() ? "Salesforce does not show this object." : found->second;
}

bool SalesforceSchema::isMultiCurrency() const
{
    const SalesforceObject *deals = find("Opportunity");
    return deals != nullptr && deals->field("CurrencyIsoCode") != nullptr;
}

} // namespace topline::crm
