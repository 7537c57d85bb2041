#include "tests/fakes/large_salesforce.h"

#include "core/crm/salesforce_id.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <regex>

namespace topline::fakes {

namespace {

constexpr std::int64_t batchRows = 2'000;

const std::map<std::string, std::string, std::less<>> &prefixes()
{
    static const std::map<std::string, std::string, std::less<>> out = {
        {"Account", "001"},
        {"Contact", "003"},
        {"Opportunity", "006"},
        {"OpportunityHistory", "008"}};
    return out;
}

std::string idOf(const std::string &object, std::int64_t number)
{
    const std::string digits = std::to_string(number);
    return crm::salesforceId18(prefixes().at(object) + std::string(12 - digits.size(), '0') +
                               digits)
        .value_or("");
}

std::string timeText(base::UtcMs timeMs)
{
    return QDateTime::fromMSecsSinceEpoch(timeMs)
        .toUTC()
        .toString(QStringLiteral("yyyy-MM-ddThh:mm:ss.zzz+0000"))
        .toStdString();
}

// Texts of this file need no escapes.
std::string quoted(const std::string &text)
{
    return '"' + text + '"';
}

std::string accountCell(std::int64_t number, const std::string &field)
{
    const std::string text = std::to_string(number);
    if (field == "Name")
        return quoted("Company " + text);
    if (field == "Website")
        return quoted("https://company" + text + ".example");
    if (field == "Industry")
        return quoted(number % 2 == 0 ? "Manufacturing" : "Software");
    if (field == "BillingCountry")
        return quoted("Germany");
    return field == "NumberOfEmployees" ? std::to_string(10 + number % 990) : "null";
}

std::string contactCell(const LargeCrm &crm, std::int64_t number, const std::string &field)
{
    const LargePerson person(number);
    if (field == "AccountId")
        return quoted(idOf("Account", crm.companyOfContact(number)));
    if (field == "FirstName")
        return quoted(person.firstName);
    if (field == "LastName")
        return quoted(person.lastName);
    if (field == "Email")
        return quoted(person.email);
    if (field == "Phone")
        return quoted(person.phone);
    if (field == "Title")
        return quoted(person.title);
    const bool isFlag = field == "HasOptedOutOfEmail" || field == "IsEmailBounced";
    return isFlag ? "false" : "null";
}

std::string dealCell(const LargeCrm &crm, std::int64_t number, const std::string &field)
{
    if (field == "Name")
        return quoted("Renewal " + std::to_string(number));
    if (field == "AccountId")
        return quoted(idOf("Account", crm.companyOfDeal(number)));
    if (field == "StageName")
        return quoted(number % 3 == 0 ? "Proposal" : "Prospecting");
    if (field == "IsClosed" || field == "IsWon")
        return "false";
    if (field == "Amount")
        return std::to_string(100 + number % 9'000);
    if (field == "CloseDate")
        return quoted("2026-12-31");
    if (field == "NextStep")
        return quoted("Send the offer");
    if (field == "OpportunityContactRoles")
        return R"({"totalSize":1,"done":true,"records":[{"attributes":{"type":)"
               R"("OpportunityContactRole","url":""},"ContactId":)" +
               quoted(idOf("Contact", crm.contactOfDeal(number))) + "}]}";
    return "null";
}

std::string historyCell(std::int64_t number, const std::string &field)
{
    if (field == "OpportunityId")
        return quoted(idOf("Opportunity", number));
    if (field == "StageName")
        return quoted(number % 3 == 0 ? "Proposal" : "Prospecting");
    return field == "Amount" ? std::to_string(100 + number % 9'000) : "null";
}

std::string cellOf(const LargeCrm &crm, const std::string &object, std::int64_t number,
                   const std::string &field)
{
    if (field == "Id")
        return quoted(idOf(object, number));
    if (field == "SystemModstamp" || field == "CreatedDate" || field == "LastModifiedDate")
        return quoted(timeText(crm.changedMs(number)));
    if (field == "IsDeleted")
        return "false";
    if (object == "Account")
        return accountCell(number, field);
    if (object == "Contact")
        return contactCell(crm, number, field);
    return object == "Opportunity" ? dealCell(crm, number, field) : historyCell(number, field);
}

// What is selected: "Id", "Parent.Name", and for a child list the name of the list.
std::vector<std::string> fieldsOf(std::string select)
{
    static const std::regex child("\\(SELECT [^)]* FROM ([A-Za-z]+)[^)]*\\)");
    select = std::regex_replace(select, child, "$1");
    std::vector<std::string> out;
    for (std::size_t at = 0; at < select.size();) {
        const std::size_t end = std::min(select.find(", ", at), select.size());
        out.push_back(select.substr(at, end - at));
        at = end + 2;
    }
    return out;
}

std::string rowText(const LargeCrm &crm, const std::string &object, std::int64_t number,
                    const std::vector<std::string> &fields)
{
    std::string out = "{\"attributes\":{\"type\":" + quoted(object) +
                      ",\"url\":\"/services/data/v67.0/sobjects/" + object + "/" +
                      idOf(object, number) + "\"}";
    for (const std::string &field : fields) {
        const std::size_t dot = field.find('.');
        out += "," + quoted(field.substr(0, dot)) + ":" +
               (dot == std::string::npos ? cellOf(crm, object, number, field) : "null");
    }
    return out + "}";
}

} // namespace

LargeSalesforce::LargeSalesforce(const LargeCrm &crm, const base::Clock &clock)
    : m_crm(crm)
    , m_small(clock)
{
}

std::int64_t LargeSalesforce::requestsMin(const LargeCrm &crm)
{
    const auto calls = [](std::int64_t rows) {
        return rows > batchRows ? pagesOf(rows, batchRows) : 0;
    };
    return 5 + calls(crm.companies) + calls(crm.contacts) + 2 * calls(crm.deals);
}

std::int64_t LargeSalesforce::count(const std::string &object) const
{
    if (object == "Account")
        return m_crm.companies;
    return object == "Contact" ? m_crm.contacts : m_crm.deals;
}

Response LargeSalesforce::handle(const Request &request)
{
    ++requests;
    const bool isComposite = request.method == "POST" && request.path.ends_with("/composite") &&
                             request.header("Authorization") == "Bearer " + m_small.token;
    Response out = isComposite ? composite(request) : one(request);
    bodyMax = std::max(bodyMax, out.body.size());
    return out;
}

Response LargeSalesforce::one(const Request &request)
{
    const bool isQuery = request.path.ends_with("/query") || request.path.ends_with("/queryAll");
    if (isQuery && request.header("Authorization") == "Bearer " + m_small.token) {
        if (auto body = query(request.queryValue("q")))
            return {200, {{"Content-Type", "application/json;charset=UTF-8"}}, std::move(*body)};
    }
    m_small.log.clear();
    return m_small.handle(request);
}

Response LargeSalesforce::composite(const Request &request)
{
    const auto parts = QJsonDocument::fromJson(QByteArray::fromStdString(request.body))
                           .object()
                           .value(QLatin1String("compositeRequest"))
                           .toArray();
    std::string out;
    int queries = 0;
    for (const QJsonValue &each : parts) {
        const QJsonObject part = each.toObject();
        Request inner =
            requestOfTarget(part.value(QLatin1String("method")).toString().toStdString(),
                            part.value(QLatin1String("url")).toString().toStdString());
        inner.headers = request.headers;
        queries += inner.path.find("/query") != std::string::npos ? 1 : 0;
        const Response answer = one(inner);
        out += (out.empty() ? "" : ",") + std::string("{\"body\":") +
               (answer.body.empty() ? "null" : answer.body) +
               ",\"httpHeaders\":{},\"httpStatusCode\":" + std::to_string(answer.status) +
               ",\"referenceId\":" +
               quoted(part.value(QLatin1String("referenceId")).toString().toStdString()) + "}";
    }
    if (parts.isEmpty() || parts.size() > 25 || queries > 5)
        return {400, {}, R"([{"errorCode":"LIMIT_EXCEEDED","message":"Too many operations."}])"};
    return {200, {}, "{\"compositeResponse\":[" + out + "]}"};
}

// The answer to a query about a large object: in the order of stamps and ids, which is that of the
// numbers, behind the id or from the time on that is named.
std::optional<std::string> LargeSalesforce::query(const std::string &soql) const
{
    static const std::regex shape("SELECT[ ](.*) FROM (Account|Contact|Opportunity|"
                                  "OpportunityHistory)(?: WHERE (.*?))?(?: ORDER BY [A-Za-z, ]+)?"
                                  "(?: LIMIT ([0-9]+))?");
    static const std::regex behind("AND Id > '[0-9A-Z]{3}([0-9]{12})[0-9A-Z]{3}'");
    static const std::regex since("(?:SystemModstamp|CreatedDate) >= ([0-9T:.Z-]+)");
    std::smatch found;
    if (!std::regex_match(soql, found, shape))
        return std::nullopt;
    const std::string object = found[2];
    const std::string where = found[3];
    const std::int64_t all = count(object);
    if (found[1] == "COUNT()")
        return "{\"totalSize\":" + std::to_string(all) + ",\"done\":true,\"records\":[]}";
    std::int64_t first = 0;
    std::smatch key;
    if (std::regex_search(where, key, behind)) {
        first = std::atoll(key[1].str().c_str()) + 1;
    } else if (std::regex_search(where, key, since)) {
        const auto at = QDateTime::fromString(QString::fromStdString(key[1]), Qt::ISODateWithMs);
        first = std::max<std::int64_t>(0, (at.toMSecsSinceEpoch() - m_crm.changedMs(0) + 999) /
                                              base::secondMs * 7);
    } else if (where.find(" IN (") != std::string::npos) {
        return std::nullopt;
    }
    first = std::min(first, all);
    const std::int64_t limit = found[4].matched ? std::atoll(found[4].str().c_str()) : all;
    const std::int64_t total = std::min(limit, all - first);
    const auto fields = fieldsOf(found[1]);
    std::string rows;
    for (std::int64_t i = 0; i < std::min(total, batchRows); ++i)
        rows += (rows.empty() ? "" : ",") + rowText(m_crm, object, first + i, fields);
    const bool isDone = total <= batchRows;
    return "{\"totalSize\":" + std::to_string(total) + ",\"done\":" + (isDone ? "true" : "false") +
           (isDone ? "" : R"(,"nextRecordsUrl":"/services/data/v67.0/query/01gLARGE-2000")") +
           ",\"records\":[" + rows + "]}";
}

} // namespace topline::fakes
