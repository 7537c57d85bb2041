// The user's named texts. Written by the engine inside its transaction; read where drafts are made
// and edited.
#pragma once

#include "core/base/result.h"
#include "core/domain/content.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

class SnippetStore {
public:
    explicit SnippetStore(Database &database)
        : m_database(database)
    {
    }

    // In place of the one of that name.
    base::Status put(const domain::Snippet &snippet);
    base::Result<bool> remove(const std::string &name); // false: there was none
    base::Result<std::optional<domain::Snippet>> snippet(const std::string &name) const;
    base::Result<std::vector<domain::Snippet>> all() const; // by name

private:
    Database &m_database;
};

} // namespace topline::store
