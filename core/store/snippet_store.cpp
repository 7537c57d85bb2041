#include "core/store/snippet_store.h"

#include "core/store/query.h"

namespace topline::store {

using base::Result;

static void readRow(Statement &statement, domain::Snippet &snippet)
{
    statement.read(snippet.name, snippet.text, snippet.changedMs);
}

base::Status SnippetStore::put(const domain::Snippet &snippet)
{
    return write(m_database,
                 "INSERT INTO snippet (name, text, changed_ms) VALUES (?1, ?2, ?3) "
                 "ON CONFLICT DO UPDATE SET text = ?2, changed_ms = ?3",
                 snippet.name, snippet.text, snippet.changedMs);
}

Result<bool> SnippetStore::remove(const std::string &name)
{
    TRY(write(m_database, "DELETE FROM snippet WHERE name = ?", name));
    return m_database.changes() > 0;
}

Result<std::optional<domain::Snippet>> SnippetStore::snippet(const std::string &name) const
{
    return readFirst<domain::Snippet>(
        m_database, "SELECT name, text, changed_ms FROM snippet WHERE name = ?", name);
}

Result<std::vector<domain::Snippet>> SnippetStore::all() const
{
    return readAll<domain::Snippet>(m_database,
                                    "SELECT name, text, changed_ms FROM snippet ORDER BY name");
}

} // namespace topline::store
