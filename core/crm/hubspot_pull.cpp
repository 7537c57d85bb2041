#include "core/crm/hubspot_pull.h"

#include "core/crm/hubspot_api.h"
#include "core/crm/hubspot_events.h"
#include "core/crm/hubspot_json.h"

#include <algorithm>
#include <array>

namespace topline::crm {

namespace {

constexpr std::array<std::string_view, 15> phases = {
    "owners", "archived_owners", "stages",        "companies",  "contacts",
    "deals",  "tasks",           "calls",         "emails",     "meetings",
    "notes",  "gone/companies",  "gone/contacts", "gone/deals", "counts"};

constexpr std::string_view gonePrefix = "gone/";

bool isGonePhase(std::string_view phase)
{
    return phase.substr(0, gonePrefix.size()) == gonePrefix;
}

const HubSpotObject *objectOf(std::string_view phase)
{
    return findHubSpotObject(isGonePhase(phase) ? phase.substr(gonePrefix.size()) : phase);
}

bool holdsRecords(const Page &page)
{
    return !page.owners.empty() || !page.stages.empty() || !page.accounts.empty() ||
           !page.contacts.empty() || !page.deals.empty() || !page.events.empty() ||
           !page.merged.empty() || !page.gone.empty();
}

std::string joined(std::string first, const std::string &last)
{
    if (!first.empty() && !last.empty())
        first += ' ';
    first += last;
    return first;
}

domain::Owner ownerOf(const QJsonObject &object, bool isArchived)
{
    domain::Owner out;
    out.remoteId = withHubSpotPrefix(jsonId(object.value(QLatin1String("id"))));
    out.email = jsonText(object, "email");
    out.name = joined(jsonText(object, "firstName"), jsonText(object, "lastName"));
    if (out.name.empty())
        out.name = out.email.empty() ? out.remoteId : out.email;
    for (const auto &team : jsonArray(object, "teams")) {
        if (out.team.empty() || team.toObject().value(QLatin1String("primary")).toBool())
            out.team = jsonText(team.toObject(), "name");
    }
    out.active = !isArchived && !object.value(QLatin1String("archived")).toBool();
    return out;
}

base::Error foreignPhase()
{
    return {base::ErrorCode::InvalidInput,
            "The place where the last pull from HubSpot ended names no phase that is known."};
}

} // namespace

base::Result<Page> HubSpotPull::next(const std::string &cursor)
{
    TRY_ASSIGN(m_cursor, HubSpotCursor::parse(cursor));
    const auto *known = std::find(phases.begin(), phases.end(), m_cursor.phase);
    if (!m_cursor.phase.empty() && known == phases.end())
        return foreignPhase();
    if (m_cursor.phase.empty())
        TRY(begin());
    // A phase that fails alone is passed over, once it is seen that the next one does not fail too.
    std::optional<base::Error> passedOver;
    while (!m_cursor.phase.empty() && !holdsRecords(m_page)) {
        const base::Status status = step();
        if (status.ok()) {
            passedOver.reset();
        } else if (passedOver || !passOver(status.error())) {
            return passedOver ? *passedOver : status.error();
        } else if (status.error().code != base::ErrorCode::PermissionDenied) {
            passedOver = status.error();
        }
    }
    if (passedOver)
        return *passedOver;
    m_page.nextCursor = m_cursor.text();
    m_page.more = !m_cursor.phase.empty();
    return std::move(m_page);
}

// The server's clock is the one that stamps changes; ours may be wrong, or have slept.
base::Status HubSpotPull::begin()
{
    TRY(m_catalogue.refreshPortal(m_client, m_cancel));
    const auto now = m_client.serverNow();
    if (!now)
        return base::Error{base::ErrorCode::Unavailable, "HubSpot's answer has no date."};
    m_cursor.untilMs = std::max(m_cursor.untilMs, *now - m_client.options().lagMs);
    const auto &options = m_client.options();
    m_cursor.isDeep =
        m_cursor.deepMs != 0 && m_cursor.untilMs - m_cursor.deepMs >= options.deepEveryMs;
    if (m_cursor.isDeep || m_cursor.deepMs == 0)
        m_cursor.deepMs = m_cursor.untilMs;
    // What is deleted before the first pull never was here.
    if (m_cursor.goneMs == 0)
        m_cursor.goneMs = m_cursor.untilMs;
    m_cursor.phase = phases.front();
    if (!isDue(m_cursor.phase))
        advance();
    return {};
}

bool HubSpotPull::isDue(const std::string &phase) const
{
    const auto &options = m_client.options();
    if (phase == "owners" || phase == "archived_owners" || phase == "stages")
        return m_cursor.catalogueMs == 0 ||
               m_cursor.untilMs - m_cursor.catalogueMs >= options.catalogueEveryMs;
    if (isGonePhase(phase) || phase == "counts")
        return m_cursor.untilMs > m_cursor.goneMs &&
               m_cursor.untilMs - m_cursor.goneMs >= options.goneEveryMs;
    return true;
}

void HubSpotPull::advance()
{
    m_cursor.after.clear();
    const auto *at = std::find(phases.begin(), phases.end(), m_cursor.phase);
    for (++at; at != phases.end() && !isDue(std::string(*at)); ++at) {
    }
    m_cursor.phase = at == phases.end() ? std::string() : std::string(*at);
}

base::Status HubSpotPull::step()
{
    const std::string phase = m_cursor.phase;
    if (phase == "owners" || phase == "archived_owners")
        return pullOwners(phase == "archived_owners");
    if (phase == "stages")
        return pullStages();
    if (phase == "counts")
        return countAll();
    const HubSpotObject &object = *objectOf(phase);
    return isGonePhase(phase) ? pullGone(object) : pullObject(object);
}

bool HubSpotPull::passOver(const base::Error &error)
{
    const HubSpotObject *object = objectOf(m_cursor.phase);
    const bool isDenied = error.code == base::ErrorCode::PermissionDenied;
    const bool mayBeAlone =
        error.code == base::ErrorCode::Unavailable || error.code == base::ErrorCode::Refused;
    if (!isDenied && (object == nullptr || !mayBeAlone))
        return false;
    domain::ObjectProgress progress;
    progress.object = object != nullptr ? std::string(object->shown) : m_cursor.phase;
    progress.state = isDenied ? domain::ObjectState::Denied : domain::ObjectState::Unavailable;
    progress.reason = error.message;
    if (object != nullptr && m_cursor.marks[std::string(object->name)].throughMs > 0)
        progress.throughMs = m_cursor.marks[std::string(object->name)].throughMs;
    m_page.progress.push_back(std::move(progress));
    // What was deleted meanwhile must be looked for again from the same time on.
    m_cursor.isGoneOpen = m_cursor.isGoneOpen || (isGonePhase(m_cursor.phase) && !isDenied);
    advance();
    return true;
}

base::Status HubSpotPull::pullOwners(bool isArchived)
{
    std::string after;
    std::vector<domain::Owner> owners;
    do {
        TRY_ASSIGN(const auto list,
                   m_reads.list(hubspotOwnersPath(),
                                isArchived ? "archived=true" : "archived=false", after));
        for (const auto &one : list.rows)
            owners.push_back(ownerOf(one.toObject(), isArchived));
        if (!list.after.empty() && list.after == after)
            return base::Error{base::ErrorCode::Unavailable,
                               "HubSpot's list of owners does not end."};
        after = list.after;
    } while (!after.empty());
    m_page.owners.insert(m_page.owners.end(), owners.begin(), owners.end());
    advance();
    return {};
}

base::Status HubSpotPull::pullStages()
{
    TRY_ASSIGN(HubSpotStages stages, readStages(m_client, m_cancel));
    m_page.stages = stages.stages;
    m_catalogue.setStages(std::move(stages));
    advance();
    m_cursor.catalogueMs = m_cursor.untilMs;
    return {};
}

HubSpotWindow HubSpotPull::windowOf(const HubSpotObject &object) const
{
    const auto found = m_cursor.marks.find(std::string(object.name));
    if (found != m_cursor.marks.end() && found->second.window)
        return *found->second.window;
    HubSpotWindow out;
    const base::UtcMs through = found == m_cursor.marks.end() ? 0 : found->second.throughMs;
    if (through > 0 && !m_cursor.isDeep)
        out.sinceMs = std::max<base::UtcMs>(0, through - m_client.options().overlapMs);
    out.untilMs = m_cursor.untilMs;
    return out;
}

// History comes with batch reads only.
bool HubSpotPull::isBySearch(const HubSpotObject &object) const
{
    return object.kind != HubSpotKind::Deals && m_reads.fitsSearch(object, object.propertyNames());
}

base::Status HubSpotPull::search(const HubSpotObject &object, HubSpotWindow &window, Rows &out)
{
    const std::vector<std::string> properties =
        isBySearch(object) ? object.propertyNames()
                           : std::vector<std::string>{std::string(object.modified)};
    const auto most = static_cast<std::size_t>(m_client.options().linkRows);
    const auto step = static_cast<std::size_t>(m_client.options().searchRows);
    bool isAskedAgain = false;
    while (!out.isDrained && out.rows.size() + step <= std::max(most, step)) {
        TRY_ASSIGN(const auto found, m_reads.search(object, window, properties));
        if (window.expected < 0)
            window.expected = found.total;
        // Fewer than were announced can be true, as rows that change leave the window.
        if (found.rows.empty() && window.done < window.expected && !isAskedAgain) {
            isAskedAgain = true;
            continue;
        }
        for (const QJsonObject &row : found.rows) {
            const base::UtcMs at = hubspotModified(object, row);
            window.lastId = jsonId(row.value(QLatin1String("id")));
            if (at >= window.sinceMs && at <= window.untilMs)
                out.rows.push_back({row});
        }
        window.done += static_cast<std::int64_t>(found.rows.size());
        // A short page whose total says that there is no more spares the empty one behind it.
        out.isDrained =
            found.rows.empty() || (found.rows.size() < step &&
                                   found.total <= static_cast<std::int64_t>(found.rows.size()));
    }
    return {};
}

base::Status HubSpotPull::readValues(const HubSpotObject &object, Rows &rows)
{
    std::vector<std::string> ids;
    for (const HubSpotRow &row : rows.rows)
        ids.push_back(jsonId(row.record.value(QLatin1String("id"))));
    std::vector<std::string> history;
    if (object.kind == HubSpotKind::Deals)
        history = {"dealstage", "amount", "closedate"};
    TRY_ASSIGN(const auto records, m_reads.records(object, ids, object.propertyNames(), history));
    rows.rows.clear();
    for (const QJsonObject &record : records)
        rows.rows.push_back({record});
    std::sort(rows.rows.begin(), rows.rows.end(), [](const HubSpotRow &a, const HubSpotRow &b) {
        return hubspotIdLess(jsonId(a.record.value(QLatin1String("id"))),
                             jsonId(b.record.value(QLatin1String("id"))));
    });
    return {};
}

base::Status HubSpotPull::readLinks(const HubSpotObject &object, Rows &rows)
{
    std::vector<std::string> ids;
    for (const HubSpotRow &row : rows.rows)
        ids.push_back(jsonId(row.record.value(QLatin1String("id"))));
    for (const std::string_view other : object.links) {
        const auto links = m_reads.links(object, other, ids);
        if (!links.ok() && links.error().code == base::ErrorCode::PermissionDenied) {
            rows.unlinked.emplace(other);
            continue;
        }
        if (!links.ok())
            return links.error();
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const auto found = links->find(ids[i]);
            if (found != links->end())
                rows.rows[i].links.emplace(other, found->second);
        }
    }
    return {};
}

domain::ObjectProgress HubSpotPull::progressOf(const HubSpotObject &object,
                                               const HubSpotWindow &window, bool isDrained) const
{
    domain::ObjectProgress out;
    out.object = std::string(object.shown);
    out.state = window.sinceMs == 0 && !isDrained ? domain::ObjectState::Working
                                                  : domain::ObjectState::Fresh;
    out.done = window.done;
    if (window.expected >= 0)
        out.expected = window.expected;
    const auto mark = m_cursor.marks.find(std::string(object.name));
    if (isDrained)
        out.throughMs = window.untilMs;
    else if (mark != m_cursor.marks.end() && mark->second.throughMs > 0)
        out.throughMs = mark->second.throughMs;
    return out;
}

base::Status HubSpotPull::pullObject(const HubSpotObject &object)
{
    TRY_ASSIGN(const HubSpotFacts facts, m_catalogue.facts(m_client, m_cancel));
    HubSpotWindow window = windowOf(object);
    Rows rows;
    TRY(search(object, window, rows));
    if (!rows.rows.empty() && !isBySearch(object))
        TRY(readValues(object, rows));
    if (!rows.rows.empty())
        TRY(readLinks(object, rows));
    domain::ObjectProgress progress = progressOf(object, window, rows.isDrained);
    progress.reason = noteMissing(object, rows.rows, rows.unlinked, m_page);
    if (!progress.reason.empty())
        progress.state = domain::ObjectState::Drift;
    for (const HubSpotRow &row : rows.rows) {
        if (object.record)
            addRecord(object, row, facts, m_page);
        else
            addEvents(object, row, m_page);
    }
    HubSpotMark &mark = m_cursor.marks[std::string(object.name)];
    if (rows.isDrained) {
        mark = {window.untilMs, {}};
        advance();
    } else {
        mark.window = window;
    }
    // An object without a page of its own says it all at once.
    const auto earlier =
        std::find_if(m_page.progress.begin(), m_page.progress.end(),
                     [&](const auto &one) { return one.object == progress.object; });
    if (earlier == m_page.progress.end())
        m_page.progress.push_back(std::move(progress));
    else
        *earlier = std::move(progress);
    return {};
}

} // namespace topline::crm
