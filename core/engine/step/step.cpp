#include "core/engine/step/step.h"

#include "core/ledger/chain.h"

#include <utility>

namespace topline::engine {

Step::Step(Context &context, const char *name, store::Transaction transaction)
    : m_context(&context)
    , m_name(name)
    , m_now(context.clock.now())
    , m_transaction(std::move(transaction))
{
}

base::Result<Step> Step::begin(Context &context, const char *name)
{
    context.crashPoint(std::string(name) + ":begin");
    TRY_ASSIGN(store::Transaction transaction, context.workspace.begin());
    return Step(context, name, std::move(transaction));
}

base::Status Step::append(domain::LedgerEntry entry)
{
    entry.atMs = m_now;
    TRY(tables().ledger.append(std::move(entry), ledger::chained));
    return {};
}

base::Status Step::log(domain::LedgerKind kind, std::string_view who, const domain::Action &action,
                       const Payload &payload)
{
    domain::LedgerEntry entry;
    entry.actor = who;
    entry.kind = kind;
    entry.subject = action.id;
    entry.signal = action.signal;
    entry.account = action.account;
    entry.payload = canonicalJson(payload);
    return append(std::move(entry));
}

base::Status Step::log(domain::LedgerKind kind, std::string_view who, domain::AccountId account,
                       const Payload &payload)
{
    domain::LedgerEntry entry;
    entry.actor = who;
    entry.kind = kind;
    entry.account = account;
    entry.payload = canonicalJson(payload);
    return append(std::move(entry));
}

void Step::touch(const domain::Action &action)
{
    m_changes.actions.insert(action.id);
    m_changes.accounts.insert(action.account);
}

base::Status Step::add(const domain::Action &action)
{
    TRY(tables().actions.add(action));
    touch(action);
    return {};
}

base::Status Step::update(const domain::Action &action)
{
    TRY(tables().actions.update(action));
    touch(action);
    return {};
}

base::Status Step::commit()
{
    m_context->crashPoint(std::string(m_name) + ":commit");
    TRY(m_transaction.commit());
    m_context->untold.merge(m_changes);
    m_context->crashPoint(std::string(m_name) + ":done");
    return {};
}

} // namespace topline::engine
