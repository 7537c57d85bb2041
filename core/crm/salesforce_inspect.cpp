#include "core/crm/salesforce_inspect.h"

#include "core/crm/salesforce_api.h"
#include "core/crm/salesforce_id.h"
#include "core/crm/salesforce_streams.h"
#include "core/crm/soql.h"

#include <algorithm>

namespace topline::crm {

namespace {

// "https://host/id/00D…/005…": the organisation is the last but one part.
std::string orgOf(const SalesforceRow &user)
{
    if (const auto id = salesforceId18(user.text("organization_id")))
        return *id;
    std::string url = user.text("id").empty() ? user.text("sub") : user.text("id");
    const std::size_t last = url.rfind('/');
    if (last == std::string::npos)
        return {};
    url.resize(last);
    return salesforceId18(url.substr(url.rfind('/') + 1)).value_or("");
}

void adviseOnIds(const SalesforceClient &client, const SalesforceSchema &schema,
                 domain::SourceProfile &out)
{
    const std::string &name = client.options().idField;
    out.hasUniqueIds = true;
    for (const char *object : {"Task", "Event", "EmailMessage"}) {
        const SalesforceObject *known = schema.find(object);
        if (known == nullptr || !known->isCreateable)
            continue;
        const SalesforceField *field = known->field(name);
        const bool isGood =
            field != nullptr && field->isCreateable && field->isExternalId && field->isUnique;
        if (isGood)
            continue;
        const std::string where = std::string(object) == "EmailMessage"
                                      ? "Email Message"
                                      : "Activity (for " + std::string(object) + ")";
        if (std::string(object) != "EmailMessage")
            out.hasUniqueIds = false;
        if (field == nullptr)
            out.advice.push_back("On " + where + ", create the field " + name +
                                 ": Text, length 36, External ID, Unique without regard to case, "
                                 "and make it visible and editable for this user. Then a repeated "
                                 "write can never make a second record.");
        else if (!field->isCreateable)
            out.advice.push_back("On " + where + ", make the field " + name +
                                 " editable for this user.");
        else
            out.advice.push_back("On " + where + ", tick External ID and Unique for the field " +
                                 name + ".");
    }
}

} // namespace

base::Result<domain::SourceProfile>
inspectSalesforce(SalesforceClient &client, SalesforceSchema &schema, const CancelToken &cancel)
{
    TRY_ASSIGN(const auto answer,
               client.send({.path = std::string(salesforceUserInfoPath)}, cancel));
    const auto user = readSalesforceObject(answer.body);
    if (!answer.ok())
        return salesforceReadError(answer.failure(), client.now());
    if (!user || orgOf(*user).empty())
        return strangeSalesforceAnswer(client.now());
    TRY(schema.refresh(client, cancel));
    domain::SourceProfile out;
    out.system = "salesforce";
    out.orgId = orgOf(*user);
    out.userName = user->text("name");
    if (out.userName.empty())
        out.userName = user->text("preferred_username");
    out.timeZone = user->text("zoneinfo");
    out.webUrl = client.webUrl();
    out.currency = schema.currency();
    const SalesforceObject *organization = schema.find("Organization");
    if (organization != nullptr) {
        std::string fields = "Id";
        for (const char *field : {"Name", "IsSandbox", "DefaultCurrencyIsoCode"}) {
            if (organization->field(field) != nullptr)
                fields.append(", ").append(field);
        }
        TRY_ASSIGN(const auto rows,
                   readAllSalesforceRows(client, {Soql{fields, "Organization", "", "", 1}.text()},
                                         cancel));
        if (!rows.empty()) {
            out.orgName = rows.front().text("Name");
            out.isSandbox = rows.front().flag("IsSandbox");
            if (rows.front().has("DefaultCurrencyIsoCode"))
                out.currency = rows.front().text("DefaultCurrencyIsoCode");
        }
    }
    for (const SalesforceStream &stream : salesforceStreams()) {
        const SalesforceObject *object = salesforceObjectOf(stream, schema);
        const std::string name(salesforceAbsentOf(stream, schema));
        const bool isNamed =
            std::find(out.denied.begin(), out.denied.end(), name) != out.denied.end();
        if (object == nullptr && !isNamed)
            out.denied.push_back(name);
    }
    adviseOnIds(client, schema, out);
    return out;
}

} // namespace topline::crm
