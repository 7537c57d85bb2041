// A workspace with people and approved mails, an outbox over it and a judge that writes down what
// left and when. Used by the tests of what must not leave; one thread. A failure to set up ends the
// test program with its reason.
#pragma once

#include "core/engine/guards/consent_book.h"
#include "core/engine/outbox/install_guard.h"
#include "core/engine/outbox/outbox_runner.h"
#include "tests/flow/world.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace topline::engine {

struct Person {
    std::string mail = "dana@northwind.example";
    std::string zone = "UTC";
    std::string country = {};
};

struct Letter {
    domain::ContactId to;
    std::string approver = "rep";
    domain::Urgency urgency = domain::Urgency::Timed;
    domain::ActionKind kind = domain::ActionKind::Email;
    domain::Channel channel = domain::Channel::Mail;
    domain::OwnerId owner = {};
    bool isBySignal = false;          // and not by a person
    bool isApprovedOtherwise = false; // other bytes were
};

struct Leaving {
    base::Uuid action;
    base::UtcMs atMs = 0; // by the world's clock
    base::UtcMs notBeforeMs = 0;
    bool operator==(const Leaving &) const = default;
};

class GuardWorld {
public:
    explicit GuardWorld(base::FixedClock &clock);

    base::FixedClock &clock;

    Context &context() { return *m_context; }

    OutboxRunner &outbox() { return *m_outbox; }

    std::vector<domain::Play> &plays() { return m_plays; }

    store::Workspace &workspace() { return *m_workspace; }

    store::Tables &tables() { return m_workspace->tables(); }

    const std::string &file() const { return m_file; }

    domain::ContactId person(const Person &person = {});
    domain::OwnerId owner(const std::string &name);
    // Approved, its hold over.
    base::Uuid letter(const Letter &letter);
    // One transaction.
    void change(const std::function<base::Status(Step &)> &work);
    void setPolicy(const std::function<void(domain::Policy &)> &edit);

    // Everything that may leave now, carried out with this answer; how many.
    int send(crm::PushState answer = crm::PushState::Applied,
             domain::Channel channel = domain::Channel::Mail);
    domain::Action action(const base::Uuid &id);
    domain::Effect effect(const base::Uuid &action);
    // The rule that is stored with the action; nothing where there is none.
    std::optional<domain::Reason> rule(const base::Uuid &action);
    int ledgerRows(domain::LedgerKind kind);
    // Closes the file and opens it again, as a restart does.
    void restart();
    void close();

    void reopen() { open(); }

    std::vector<Leaving> left;

private:
    void open();
    domain::Effect effectOf(const domain::Action &action, domain::Channel channel) const;

    QTemporaryDir m_folder;
    std::string m_file;
    base::SeededIdSource m_ids{7};
    std::vector<domain::Play> m_plays;
    std::unique_ptr<store::Workspace> m_workspace;
    std::unique_ptr<Context> m_context;
    std::unique_ptr<InstallGuard> m_install;
    std::unique_ptr<OutboxRunner> m_outbox;
    int m_count = 0;
};

} // namespace topline::engine
