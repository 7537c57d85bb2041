// The limit that storing contacts is measured against: one prepared sqlite3 insert of the same rows
// in the same batches, as durable as ours. Used by the benchmarks of syncing, on their thread; a
// failure ends the program with its text.
#pragma once

#include "core/domain/records.h"

#include <cstdio>
#include <cstdlib>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace topline::bench {

class BareContacts {
public:
    explicit BareContacts(const std::string &file)
    {
        need(sqlite3_open(file.c_str(), &m_db));
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = FULL");
        run("CREATE TABLE contact (id TEXT PRIMARY KEY, account TEXT, first TEXT, last TEXT, "
            "email TEXT, phone TEXT, title TEXT, created INTEGER, updated INTEGER) STRICT");
        need(sqlite3_prepare_v2(m_db, "INSERT INTO contact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", -1,
                                &m_insert, nullptr));
    }

    ~BareContacts()
    {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_db);
    }

    BareContacts(const BareContacts &) = delete;
    BareContacts &operator=(const BareContacts &) = delete;

    // One batch, one commit.
    void insert(const std::vector<domain::Contact> &contacts)
    {
        run("BEGIN IMMEDIATE");
        for (const auto &contact : contacts) {
            int column = 0;
            for (const std::string *text :
                 {&contact.remoteId, &contact.account.remoteId, &contact.firstName,
                  &contact.lastName, &contact.email, &contact.phone, &contact.title})
                sqlite3_bind_text(m_insert, ++column, text->data(), static_cast<int>(text->size()),
                                  SQLITE_TRANSIENT);
            sqlite3_bind_int64(m_insert, 8, contact.createdMs.value_or(0));
            sqlite3_bind_int64(m_insert, 9, contact.updatedMs);
            if (sqlite3_step(m_insert) != SQLITE_DONE)
                need(SQLITE_ERROR);
            need(sqlite3_reset(m_insert));
        }
        run("COMMIT");
    }

private:
    void need(int code)
    {
        if (code == SQLITE_OK)
            return;
        std::fprintf(stderr, "%s\n", sqlite3_errmsg(m_db));
        std::abort();
    }

    void run(const char *sql) { need(sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr)); }

    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_insert = nullptr;
};

} // namespace topline::bench
