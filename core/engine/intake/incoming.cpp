#include "core/engine/intake/incoming.h"

#include "core/base/text.h"
#include "core/engine/intake/visitor_join.h"
#include "core/intake/automatic_reply.h"

#include <map>
#include <set>
#include <utility>

namespace topline::engine {

using base::Result;
using base::Status;
using domain::VisitorKind;
using domain::VisitorName;
using store::VisitorId;

namespace {

// Whom the draft names the most certainly; an empty name when it names nobody.
VisitorName visitorOf(const domain::EventDraft &draft)
{
    if (!draft.event.contact.remoteId.empty())
        return {VisitorKind::Contact, draft.event.contact.remoteId};
    if (!draft.contactEmail.empty())
        return {VisitorKind::Email, draft.contactEmail};
    if (!draft.userId.empty())
        return {VisitorKind::User, draft.userId};
    return {VisitorKind::Anonymous, draft.anonymousId};
}

class Intake {
public:
    Intake(Step &step, const domain::IncomingEvents &incoming)
        : m_step(step)
        , m_incoming(incoming)
        , m_join(step.tables())
    {
    }

    Result<domain::IncomingCounts> run()
    {
        for (const auto &link : m_incoming.links) {
            TRY_ASSIGN(const VisitorId from, put(link.from));
            TRY_ASSIGN(const VisitorId to, put(link.to));
            TRY(connect(from, to, link.atMs));
        }
        std::vector<domain::Event> events;
        std::vector<VisitorId> visitors;
        for (const auto &draft : m_incoming.drafts) {
            TRY_ASSIGN(const VisitorId visitor, prepare(draft, events.emplace_back(draft.event)));
            visitors.push_back(visitor);
        }
        std::vector<domain::EventId> ids;
        TRY_ASSIGN(const auto added, m_step.tables().events.add(events, m_step.changes(), &ids));
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (ids[i].isSet() && visitors[i] != 0)
                TRY(m_step.tables().visitors.attach(ids[i], visitors[i]));
        }
        TRY_ASSIGN(const auto joined, m_join.reassign(m_moved, false, m_step.changes()));
        return domain::IncomingCounts{added.added, added.known, joined};
    }

private:
    Status connect(VisitorId from, VisitorId to, base::UtcMs atMs)
    {
        if (from == to)
            return {};
        TRY_ASSIGN(const bool isNew, m_step.tables().visitors.link(from, to, atMs));
        if (isNew)
            m_moved.insert(from);
        return {};
    }

    Result<VisitorId> put(const VisitorName &name)
    {
        const auto found = m_ids.find(name);
        if (found != m_ids.end())
            return found->second;
        TRY_ASSIGN(const VisitorId id, m_step.tables().visitors.put(m_incoming.source, name));
        m_ids.emplace(name, id);
        // Somebody new from a company that is known, or will be.
        const auto at = name.name.find('@');
        if (name.kind == VisitorKind::Email && at != std::string::npos) {
            TRY_ASSIGN(const VisitorId company,
                       put({VisitorKind::Domain, name.name.substr(at + 1)}));
            TRY(connect(id, company, 0));
        }
        return id;
    }

    // Fills in whose the event is; 0 when it names a record itself.
    Result<VisitorId> prepare(const domain::EventDraft &draft, domain::Event &event)
    {
        intake::settleReply(event);
        const VisitorName name = visitorOf(draft);
        if (event.contact.id.isSet() || name.name.empty())
            return VisitorId{0};
        event.contact.remoteId.clear(); // known by the visitor, and joined when it arrives
        TRY_ASSIGN(const VisitorId visitor, put(name));
        TRY_ASSIGN(const Person person, m_join.personAt(visitor, event.atMs));
        event.contact.id = person.contact;
        if (!event.account.isSet())
            event.account.id = person.account;
        return visitor;
    }

    Step &m_step;
    const domain::IncomingEvents &m_incoming;
    VisitorJoin m_join;
    std::map<VisitorName, VisitorId> m_ids;
    std::set<VisitorId> m_moved; // about whom something new was said
};

} // namespace

Result<domain::IncomingCounts> takeIncoming(Step &step, const domain::IncomingEvents &incoming)
{
    TRY_ASSIGN(const auto out, Intake(step, incoming).run());
    TRY(step.tables().derived.markTouched(step.changes()));
    return out;
}

Status joinArrived(Step &step, const crm::Page &page)
{
    if (page.contacts.empty() && page.accounts.empty())
        return {};
    auto &visitors = step.tables().visitors;
    TRY_ASSIGN(const bool hasVisitors, visitors.hasAny());
    if (!hasVisitors)
        return {};
    std::set<VisitorId> due;
    const auto look = [&](VisitorKind kind, const std::string &text) -> Status {
        if (text.empty())
            return {};
        TRY_ASSIGN(const VisitorId found, visitors.find({}, {kind, text}));
        if (found != 0)
            due.insert(found);
        return {};
    };
    for (const auto &contact : page.contacts) {
        TRY(look(VisitorKind::Email, base::lowerAscii(contact.email)));
        TRY(look(VisitorKind::Contact, contact.remoteId));
    }
    for (const auto &account : page.accounts) {
        TRY(look(VisitorKind::Domain, base::lowerAscii(account.domain)));
        TRY(look(VisitorKind::Company, account.name));
    }
    TRY_ASSIGN(const auto joined, VisitorJoin(step.tables()).reassign(due, false, step.changes()));
    static_cast<void>(joined);
    return {};
}

Status cutVisitor(Step &step, const domain::VisitorCut &cut)
{
    auto &visitors = step.tables().visitors;
    TRY_ASSIGN(const VisitorId first, visitors.find(cut.source, cut.from));
    TRY_ASSIGN(const VisitorId second, visitors.find(cut.source, cut.to));
    if (first == 0 || second == 0)
        return base::Error{base::ErrorCode::NotFound, "No visitor is known by these names.",
                           "Nothing was changed."};
    TRY(visitors.cut(first, second, actor::rep, step.now(), cut.isCut));
    TRY_ASSIGN(const auto changed,
               VisitorJoin(step.tables()).reassign({first}, true, step.changes()));
    static_cast<void>(changed);
    return step.tables().derived.markTouched(step.changes());
}

} // namespace topline::engine
