// The part of HubSpotPull that finds what is no longer there, and counts what is.
#include "core/crm/hubspot_api.h"
#include "core/crm/hubspot_json.h"
#include "core/crm/hubspot_pull.h"

#include <algorithm>

namespace topline::crm {

namespace {

constexpr int listsPerPage = 20;

} // namespace

// The list of archived records has no filter and no order by time, so it is read to its end; only
// what was archived since the last time counts.
base::Status HubSpotPull::pullGone(const HubSpotObject &object)
{
    std::vector<std::string> ids;
    bool isEnd = false;
    bool isRestarted = false;
    for (int i = 0; i < listsPerPage && !isEnd; ++i) {
        const auto list =
            m_reads.list(hubspotObjectPath(object.name),
                         "archived=true&properties=hs_merged_object_ids", m_cursor.after);
        // A saved place in a list can be refused; the list then begins again.
        const bool isRefused = !list.ok() && list.error().code == base::ErrorCode::Refused;
        if (isRefused && !m_cursor.after.empty() && !isRestarted) {
            isRestarted = true;
            m_cursor.after.clear();
            continue;
        }
        if (!list.ok())
            return list.error();
        for (const auto &one : list->rows) {
            const QJsonObject record = one.toObject();
            const auto at = hubspotTime(jsonText(record, "archivedAt"));
            const std::string id = jsonId(record.value(QLatin1String("id")));
            if (at && *at >= m_cursor.goneMs - m_client.options().overlapMs && isHubSpotId(id))
                ids.push_back(id);
        }
        if (!list->after.empty() && list->after == m_cursor.after)
            return base::Error{base::ErrorCode::Unavailable,
                               "HubSpot's list of deleted records does not end."};
        m_cursor.after = list->after;
        isEnd = list->after.empty();
    }
    if (!ids.empty())
        TRY(sortOutGone(object, ids));
    if (isEnd)
        advance();
    return {};
}

// The losers of a merge are in the list of archived records too, but what they were lives on under
// another id; and a record may have been restored meanwhile.
base::Status HubSpotPull::sortOutGone(const HubSpotObject &object,
                                      const std::vector<std::string> &ids)
{
    TRY_ASSIGN(const auto alive, m_reads.survivors(object, ids));
    for (const std::string &id : ids) {
        const auto found = alive.find(id);
        if (found == alive.end())
            m_page.gone.push_back({*object.record, withHubSpotPrefix(id), true});
        else if (found->second != id)
            m_page.merged.push_back(
                {*object.record, withHubSpotPrefix(id), withHubSpotPrefix(found->second)});
    }
    return {};
}

base::Status HubSpotPull::countAll()
{
    for (const HubSpotKind kind : hubspotKinds) {
        const HubSpotObject &object = hubspotObject(kind);
        if (!object.record)
            continue;
        const auto counted = m_reads.count(object);
        if (!counted.ok() && counted.error().code == base::ErrorCode::PermissionDenied)
            continue;
        if (!counted.ok())
            return counted.error();
        auto said = std::find_if(m_page.progress.begin(), m_page.progress.end(),
                                 [&](const auto &one) { return one.object == object.shown; });
        if (said == m_page.progress.end()) {
            domain::ObjectProgress progress;
            progress.object = std::string(object.shown);
            const auto mark = m_cursor.marks.find(std::string(object.name));
            if (mark != m_cursor.marks.end() && mark->second.throughMs > 0)
                progress.throughMs = mark->second.throughMs;
            said = m_page.progress.insert(said, std::move(progress));
        }
        said->remoteCount = *counted;
    }
    advance();
    if (!m_cursor.isGoneOpen)
        m_cursor.goneMs = m_cursor.untilMs;
    m_cursor.isGoneOpen = false;
    return {};
}

} // namespace topline::crm
