#include "core/store/statement.h"

#include <algorithm>
#include <sqlite3.h>

namespace topline::store {

Statement::Statement(Database &database, Sql sql, Open)
    : m_database(database)
    , m_text(sql.text())
    , m_statement(database.take(sql, m_failure))
{
}

Statement::~Statement()
{
    if (m_statement != nullptr)
        m_database.giveBack(m_text, m_statement);
}

void Statement::reset()
{
    if (m_statement != nullptr)
        sqlite3_reset(m_statement);
    m_bound = 0;
    m_started = false;
}

base::Result<bool> Statement::step()
{
    if (m_failure == SQLITE_OK && !m_started) {
        // Writing outside a transaction would leave half of a step behind after a failure.
        CHECK(sqlite3_stmt_readonly(m_statement) != 0 || m_database.inTransaction());
        CHECK(sqlite3_bind_parameter_count(m_statement) == m_bound);
        m_started = true;
        m_failure = m_database.beforeRun(m_text);
    }
    if (m_failure != SQLITE_OK)
        return m_database.failure(m_failure);
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    m_failure = code;
    m_database.noteFailure(code);
    return m_database.failure(code);
}

base::Status Statement::run()
{
    for (;;) {
        TRY_ASSIGN(const bool row, step());
        if (!row)
            return {};
    }
}

void Statement::bind(std::nullptr_t)
{
    if (m_failure == SQLITE_OK)
        m_failure = sqlite3_bind_null(m_statement, ++m_bound);
}

void Statement::bind(std::int64_t value)
{
    if (m_failure == SQLITE_OK)
        m_failure = sqlite3_bind_int64(m_statement, ++m_bound, value);
}

void Statement::bind(std::string_view value)
{
    // An empty view may have no address, which SQLite would take for NULL.
    if (m_failure == SQLITE_OK)
        m_failure = sqlite3_bind_text64(m_statement, ++m_bound, value.empty() ? "" : value.data(),
                                        value.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind(const base::Uuid &value)
{
    if (value.isNull()) {
        bind(nullptr);
    } else if (m_failure == SQLITE_OK) {
        m_failure = sqlite3_bind_blob64(m_statement, ++m_bound, value.bytes.data(),
                                        value.bytes.size(), SQLITE_STATIC);
    }
}

void Statement::bind(const base::Money &money)
{
    bind(money.amountMinor);
    if (m_failure == SQLITE_OK)
        m_failure = sqlite3_bind_text64(m_statement, ++m_bound, money.currency.letters.data(),
                                        money.currency.letters.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind(const std::optional<base::Money> &money)
{
    if (money) {
        bind(*money);
    } else {
        bind(nullptr);
        bind(nullptr);
    }
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string Statement::text(int column) const
{
    const auto *data = sqlite3_column_blob(m_statement, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return data == nullptr ? std::string() : std::string(static_cast<const char *>(data), size);
}

base::Uuid Statement::uuid(int column) const
{
    base::Uuid out;
    const auto *data = static_cast<const std::uint8_t *>(sqlite3_column_blob(m_statement, column));
    if (data != nullptr &&
        sqlite3_column_bytes(m_statement, column) == static_cast<int>(out.bytes.size()))
        std::copy_n(data, out.bytes.size(), out.bytes.begin());
    return out;
}

void Statement::readNext(base::Money &target)
{
    target.amountMinor = number(m_column++);
    target.currency = base::Currency::parse(text(m_column++)).value_or(base::Currency{});
}

void Statement::readNext(std::optional<base::Money> &target)
{
    if (isNull(m_column)) {
        m_column += 2;
        target.reset();
    } else {
        readNext(target.emplace());
    }
}

} // namespace topline::store
