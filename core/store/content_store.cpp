#include "core/store/content_store.h"

#include "core/store/query.h"
#include "core/store/text_list.h"

#include <map>
#include <utility>

namespace topline::store {

using base::Result;
using domain::ContentAsset;

namespace {

// Numbers as in domain/action.h: effect 3 sent; outcomes 3 meeting, 4 replied, 7 won.
constexpr Sql countsSql =
    "SELECT c.uuid, count(DISTINCT a.id), "
    "count(DISTINCT CASE WHEN EXISTS (SELECT 1 FROM outcome o WHERE o.action_id = a.id "
    "AND o.outcome IN (3, 4)) OR a.outcome IN (3, 4) THEN a.id END), "
    "count(DISTINCT CASE WHEN EXISTS (SELECT 1 FROM outcome o WHERE o.action_id = a.id "
    "AND o.outcome = 7) THEN a.id END) "
    "FROM content_use u JOIN content_asset c ON c.id = u.asset_id "
    "JOIN effect e ON e.id = u.effect_id AND e.state = 3 "
    "JOIN action a ON a.id = e.action_id GROUP BY c.id";

Result<std::vector<std::string>> list(const std::string &text)
{
    auto out = decodeTexts(text);
    if (!out)
        return base::Error{.code = base::ErrorCode::Corrupt,
                           .message = "The tags of a piece of content cannot be read."};
    return std::move(*out);
}

} // namespace

base::Status ContentStore::put(const ContentAsset &asset)
{
    TRY_ASSIGN(const auto other,
               readOne(m_database,
                       "SELECT count(*) FROM content_asset WHERE title = ? AND uuid <> ?",
                       std::int64_t{0}, asset.title, asset.id));
    if (other > 0)
        return base::Error{.code = base::ErrorCode::Conflict,
                           .message = "There is content of this title already.",
                           .kept = "Nothing was changed.",
                           .todo = "Choose another title."};
    const auto &tags = asset.tags;
    return write(m_database,
                 "INSERT INTO content_asset (uuid, title, url, text, stages, industries, personas, "
                 "objections, sizes, is_retired, added_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, "
                 "?9, ?10, ?11) ON CONFLICT (uuid) DO UPDATE SET title = ?2, url = ?3, text = ?4, "
                 "stages = ?5, industries = ?6, personas = ?7, objections = ?8, sizes = ?9, "
                 "is_retired = ?10",
                 asset.id, asset.title, asset.url, asset.text, encodeTexts(tags.stages),
                 encodeTexts(tags.industries), encodeTexts(tags.personas),
                 encodeTexts(tags.objections), encodeTexts(tags.sizes), asset.isRetired,
                 asset.addedMs);
}

Result<std::vector<ContentAsset>> ContentStore::all() const
{
    std::vector<ContentAsset> out;
    Statement row(m_database,
                  "SELECT uuid, title, url, text, is_retired, added_ms, stages, industries, "
                  "personas, objections, sizes FROM content_asset ORDER BY title");
    for (;;) {
        TRY_ASSIGN(const bool isThere, row.step());
        if (!isThere)
            return out;
        auto &asset = out.emplace_back();
        row.read(asset.id, asset.title, asset.url, asset.text, asset.isRetired, asset.addedMs);
        for (auto *tags : {&asset.tags.stages, &asset.tags.industries, &asset.tags.personas,
                           &asset.tags.objections, &asset.tags.sizes}) {
            std::string text;
            row.readNext(text);
            TRY_ASSIGN(*tags, list(text));
        }
    }
}

Result<std::vector<domain::ContentRow>> ContentStore::rows() const
{
    std::map<base::Uuid, domain::ContentCounts> counts;
    {
        Statement row(m_database, countsSql);
        for (;;) {
            TRY_ASSIGN(const bool isThere, row.step());
            if (!isThere)
                break;
            base::Uuid id;
            domain::ContentCounts each;
            row.read(id, each.uses, each.replies, each.won);
            counts.emplace(id, each);
        }
    }
    TRY_ASSIGN(auto assets, all());
    std::vector<domain::ContentRow> out;
    for (auto &asset : assets) {
        const auto counted = counts.find(asset.id);
        out.push_back({std::move(asset),
                       counted == counts.end() ? domain::ContentCounts{} : counted->second});
    }
    return out;
}

base::Status ContentStore::addUse(const base::Uuid &asset, const base::Uuid &effect)
{
    return write(m_database,
                 "INSERT INTO content_use (asset_id, effect_id) "
                 "SELECT c.id, e.id FROM content_asset c, effect e WHERE c.uuid = ? AND e.uuid = ? "
                 "ON CONFLICT DO NOTHING",
                 asset, effect);
}

Result<std::vector<base::Uuid>> ContentStore::usedBy(const base::Uuid &effect) const
{
    std::vector<base::Uuid> out;
    Statement row(m_database,
                  "SELECT c.uuid FROM content_use u JOIN content_asset c ON c.id = u.asset_id "
                  "JOIN effect e ON e.id = u.effect_id WHERE e.uuid = ? ORDER BY c.uuid",
                  effect);
    for (;;) {
        TRY_ASSIGN(const bool isThere, row.step());
        if (!isThere)
            return out;
        row.read(out.emplace_back());
    }
}

} // namespace topline::store
