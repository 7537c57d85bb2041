// One step of the engine: a transaction with the ledger rows it causes, the records it touches and
// the moment at which it happens. Begun and committed by every part of the engine that writes, on
// the engine's thread. When it goes out of scope without commit() nothing of it is kept.
#pragma once

#include "core/base/result.h"
#include "core/domain/action.h"
#include "core/domain/ledger_entry.h"
#include "core/engine/step/context.h"
#include "core/engine/step/ledger_payload.h"
#include "core/store/transaction.h"

#include <string>
#include <string_view>

namespace topline::engine {

// Who did it, as the ledger names them.
namespace actor {
inline constexpr std::string_view engine = "engine";
inline constexpr std::string_view rep = "rep";
inline constexpr std::string_view policy = "policy";
inline constexpr std::string_view courier = "courier";
inline constexpr std::string_view buyer = "buyer";
} // namespace actor

class Step {
public:
    // `name` is what crash points are called after; a literal.
    static base::Result<Step> begin(Context &context, const char *name);

    Context &context() { return *m_context; }

    store::Tables &tables() const { return m_context->tables(); }

    const domain::Policy &policy() const { return m_context->policy; }

    base::UtcMs now() const { return m_now; }

    domain::ChangeSet &changes() { return m_changes; }

    // A ledger row about an action, or about an account as a whole.
    base::Status log(domain::LedgerKind kind, std::string_view who, const domain::Action &action,
                     const Payload &payload = {});
    base::Status log(domain::LedgerKind kind, std::string_view who, domain::AccountId account,
                     const Payload &payload);

    base::Status add(const domain::Action &action);
    base::Status update(const domain::Action &action);

    // Makes everything durable, then lets the context know what to tell observers.
    base::Status commit();

private:
    Step(Context &context, const char *name, store::Transaction transaction);

    base::Status append(domain::LedgerEntry entry);
    void touch(const domain::Action &action);

    Context *m_context;
    const char *m_name;
    base::UtcMs m_now;
    store::Transaction m_transaction;
    domain::ChangeSet m_changes;
};

} // namespace topline::engine
