#include "core/crm/hubspot_roll_call.h"

#include "core/crm/hubspot_api.h"
#include "core/crm/hubspot_json.h"

#include <QJsonArray>
#include <QString>

#include <algorithm>
#include <map>
#include <set>

namespace topline::crm {

namespace {

// What one batch read said.
struct Roll {
    std::map<std::string, std::string> alive; // each id that a record is known by, to its own
    std::set<std::string> denied;
    std::set<std::string> open; // an error that says nothing of whether it is there
    bool isWhole = true;        // false: an error that names no id
};

void addNames(const QJsonObject &record, Roll &out)
{
    const std::string id = jsonId(record.value(QLatin1String("id")));
    out.alive.emplace(id, id);
    const QString merged =
        toQt(propertyText(jsonObject(record, "properties"), "hs_merged_object_ids").value_or(""));
    for (const QString &one : merged.split(QLatin1Char(';'), Qt::SkipEmptyParts))
        out.alive.emplace(one.toStdString(), id);
}

void addError(const QJsonObject &error, Roll &out)
{
    const std::string category = jsonText(error, "category");
    if (category == "OBJECT_NOT_FOUND")
        return;
    const QJsonObject context = jsonObject(error, "context");
    std::set<std::string> &into =
        category == "MISSING_SCOPES" || category == "FORBIDDEN" ? out.denied : out.open;
    bool isNamed = false;
    for (const char *key : {"ids", "id"}) {
        for (const auto &id : jsonArray(context, key)) {
            into.insert(jsonId(id));
            isNamed = true;
        }
    }
    out.isWhole = out.isWhole && isNamed;
}

class RollReader {
public:
    RollReader(HubSpotClient &client, const HubSpotObject &object, const CancelToken &cancel)
        : m_client(client)
        , m_object(object)
        , m_cancel(cancel)
    {
    }

    // Those of the ids that the read does not find and says nothing against; the rest is noted.
    base::Result<std::vector<std::string>> absent(const std::vector<std::string> &ids,
                                                  bool isArchived)
    {
        std::vector<std::string> out;
        const auto step = static_cast<std::size_t>(std::max(m_client.options().readRows, 1));
        for (std::size_t at = 0; at < ids.size(); at += step) {
            const std::vector<std::string> some(
                ids.begin() + static_cast<std::ptrdiff_t>(at),
                ids.begin() + static_cast<std::ptrdiff_t>(std::min(at + step, ids.size())));
            TRY_ASSIGN(const Roll roll, read(some, isArchived));
            for (const std::string &id : some)
                sortOut(id, roll, isArchived, out);
        }
        return out;
    }

    void add(const std::string &id, bool isDeleted)
    {
        page.gone.push_back({*m_object.record, withHubSpotPrefix(id), isDeleted});
    }

    Page page;

private:
    base::Result<Roll> read(const std::vector<std::string> &ids, bool isArchived)
    {
        QJsonArray inputs;
        for (const std::string &id : ids)
            inputs.append(QJsonObject{{QStringLiteral("id"), toQt(id)}});
        TRY_ASSIGN(
            const QJsonObject body,
            m_client.read(
                {.method = HttpMethod::Post,
                 .path = hubspotObjectPath(m_object.name, "/batch/read"),
                 .query = isArchived ? "archived=true" : "",
                 .body = {{QStringLiteral("inputs"), inputs},
                          {QStringLiteral("properties"), jsonTexts({"hs_merged_object_ids"})},
                          {QStringLiteral("propertiesWithHistory"), QJsonArray()}}},
                m_cancel));
        if (!body.value(QLatin1String("results")).isArray())
            return base::Error{base::ErrorCode::Unavailable, "HubSpot's answer about " +
                                                                 std::string(m_object.name) +
                                                                 " is incomplete."};
        Roll out;
        for (const auto &one : jsonArray(body, "results"))
            addNames(one.toObject(), out);
        for (const auto &one : jsonArray(body, "errors"))
            addError(one.toObject(), out);
        return out;
    }

    void sortOut(const std::string &id, const Roll &roll, bool isArchived,
                 std::vector<std::string> &out)
    {
        const auto found = roll.alive.find(id);
        if (found != roll.alive.end()) {
            if (isArchived)
                add(id, true);
            else if (found->second != id)
                page.merged.push_back(
                    {*m_object.record, withHubSpotPrefix(id), withHubSpotPrefix(found->second)});
        } else if (roll.denied.contains(id)) {
            add(id, false);
        } else if (roll.isWhole && !roll.open.contains(id)) {
            out.push_back(id);
        }
    }

    HubSpotClient &m_client;
    const HubSpotObject &m_object;
    const CancelToken &m_cancel;
};

} // namespace

base::Result<Page> findGoneInHubSpot(HubSpotClient &client, const HubSpotObject &object,
                                     const std::vector<std::string> &ids, const CancelToken &cancel)
{
    RollReader reader(client, object, cancel);
    TRY_ASSIGN(const auto once, reader.absent(ids, false));
    TRY_ASSIGN(const auto twice, reader.absent(once, false));
    TRY_ASSIGN(const auto nowhere, reader.absent(twice, true));
    for (const std::string &id : nowhere)
        reader.add(id, true);
    return std::move(reader.page);
}

} // namespace topline::crm
