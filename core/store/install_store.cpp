#include "core/store/install_store.h"

#include "core/store/query.h"

namespace topline::store {

base::Result<Install> InstallStore::read() const
{
    Install out;
    Statement statement(m_database, "SELECT uuid, epoch, wires, why FROM install");
    TRY_ASSIGN(const bool row, statement.step());
    if (row)
        statement.read(out.id, out.epoch, out.wires, out.why);
    return out;
}

base::Status InstallStore::put(const Install &install)
{
    return write(m_database,
                 "INSERT INTO install (one, uuid, epoch, wires, why) VALUES (1, ?1, ?2, 0, ?3) "
                 "ON CONFLICT (one) DO UPDATE SET uuid = ?1, epoch = ?2, why = ?3",
                 install.id, install.epoch, install.why);
}

} // namespace topline::store
