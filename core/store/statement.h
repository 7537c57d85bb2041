// A prepared statement in use: bind, step, read; reset and given back when it goes out of scope, so
// that no lock lingers. Used by the classes of core/store on the connection's thread. Errors of
// preparing and binding come out of the first step.
#pragma once

#include "core/base/money.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/ids.h"
#include "core/store/database.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace topline::store {

class Statement {
public:
    // Texts and blobs are not copied: they must live until the statement ends or is bound anew.
    template <typename... Values>
    Statement(Database &database, Sql sql, const Values &...values)
        : Statement(database, sql, Open{})
    {
        (bind(values), ...);
    }

    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    // True when there is a row to read.
    base::Result<bool> step();

    // Runs to the end, leaving rows unread.
    base::Status run();

    // Ready for the next set of values; the old ones are gone.
    template <typename... Values> void rebind(const Values &...values)
    {
        reset();
        (bind(values), ...);
    }

    void bind(std::nullptr_t);
    void bind(std::int64_t value);
    void bind(std::string_view value);
    void bind(const base::Uuid &value); // null UUID: NULL

    void bind(const std::string &value) { bind(std::string_view(value)); }

    void bind(const char *value) { bind(std::string_view(value)); }

    void bind(bool value) { bind(std::int64_t{value}); }

    void bind(std::int32_t value) { bind(std::int64_t{value}); }

    template <typename Enum>
    requires std::is_enum_v<Enum>

    void bind(Enum value) { bind(static_cast<std::int64_t>(value)); }

    // None: NULL.
    template <typename Tag> void bind(domain::LocalId<Tag> id)
    {
        id.isSet() ? bind(id.value) : bind(nullptr);
    }

    template <typename T> void bind(const std::optional<T> &value)
    {
        value ? bind(*value) : bind(nullptr);
    }

    void bind(const base::Money &money); // two values: minor units, currency
    void bind(const std::optional<base::Money> &money);

    // Takes the columns of the row from the first on, in order.
    template <typename... Targets> void read(Targets &...targets)
    {
        m_column = 0;
        (readNext(targets), ...);
    }

    // One more column after those taken.
    template <typename Target> void readNext(Target &target)
    {
        if constexpr (std::same_as<Target, std::string>) {
            target = text(m_column++);
        } else if constexpr (std::same_as<Target, base::Uuid>) {
            target = uuid(m_column++);
        } else if constexpr (std::same_as<Target, bool>) {
            target = number(m_column++) != 0;
        } else {
            target = static_cast<Target>(number(m_column++));
        }
    }

    template <typename Tag> void readNext(domain::LocalId<Tag> &target)
    {
        target.value = number(m_column++);
    }

    template <typename Id> void readNext(domain::Ref<Id> &target) // id, then remote id
    {
        target.id.value = number(m_column++);
        target.remoteId = text(m_column++);
    }

    template <typename T> void readNext(std::optional<T> &target)
    {
        if (isNull(m_column)) {
            ++m_column;
            target.reset();
        } else {
            readNext(target.emplace());
        }
    }

    void readNext(base::Money &target);
    void readNext(std::optional<base::Money> &target);

private:
    struct Open {};

    Statement(Database &database, Sql sql, Open);

    void reset();
    bool isNull(int column) const;
    std::int64_t number(int column) const;
    std::string text(int column) const;
    base::Uuid uuid(int column) const;

    Database &m_database;
    const char *m_text;
    sqlite3_stmt *m_statement = nullptr;
    int m_failure = 0; // of preparing or binding
    int m_bound = 0;
    int m_column = 0;
    bool m_started = false;
};

} // namespace topline::store
