#include "core/engine/intake/visitor_join.h"

#include <utility>

namespace topline::engine {

using base::Result;
using domain::VisitorKind;
using store::VisitorId;

Result<domain::ContactId> VisitorJoin::standing(domain::ContactId contact)
{
    if (!contact.isSet())
        return contact;
    TRY_ASSIGN(const auto row, m_tables.links.survivor(domain::RecordKind::Contact, contact.value));
    TRY_ASSIGN(const auto record, m_tables.records.contact({row}));
    return record && !record->deleted ? domain::ContactId{row} : domain::ContactId{};
}

// What the name alone says.
Result<Person> VisitorJoin::recordOf(const domain::VisitorName &name)
{
    Person out;
    switch (name.kind) {
    case VisitorKind::Email: {
        TRY_ASSIGN(out.contact, m_tables.visitors.contactByEmail(name.name));
        TRY_ASSIGN(out.contact, standing(out.contact));
        break;
    }
    case VisitorKind::Contact: {
        TRY_ASSIGN(const auto row, m_tables.links.rowOf(domain::RecordKind::Contact, name.name));
        TRY_ASSIGN(out.contact, standing({row}));
        break;
    }
    case VisitorKind::Domain: {
        TRY_ASSIGN(out.account, m_tables.records.accountByDomain(name.name));
        break;
    }
    case VisitorKind::Company: {
        TRY_ASSIGN(out.account, m_tables.records.accountByName(name.name));
        break;
    }
    case VisitorKind::Anonymous:
    case VisitorKind::User:
    case VisitorKind::Group:
        break;
    }
    return out;
}

Result<VisitorJoin::Known> VisitorJoin::known(VisitorId visitor)
{
    if (const auto found = m_known.find(visitor); found != m_known.end())
        return found->second;
    TRY_ASSIGN(const auto name, m_tables.visitors.name(visitor));
    Known out;
    out.kind = name.kind;
    TRY_ASSIGN(out.person, recordOf(name));
    m_asking.insert(visitor);
    const int circlesBefore = m_circles;
    TRY_ASSIGN(const auto links, m_tables.visitors.linksFrom(visitor));
    for (const auto &link : links) {
        const bool isCircle = m_asking.contains(link.to);
        m_circles += isCircle ? 1 : 0;
        // A browser is nobody else's name.
        if (isCircle || link.toName.kind == VisitorKind::Anonymous)
            continue;
        TRY_ASSIGN(const Known other, known(link.to));
        const Person person = other.person;
        if (!person.isAnybody())
            continue;
        out.claims.push_back({link.atMs, person});
        if (name.kind == VisitorKind::Anonymous)
            continue;
        if (!out.person.contact.isSet())
            out.person.contact = person.contact;
        if (!out.person.account.isSet() && !person.contact.isSet())
            out.person.account = person.account;
    }
    m_asking.erase(visitor);
    if (out.person.contact.isSet()) {
        TRY_ASSIGN(const auto account, m_tables.visitors.accountOf(out.person.contact));
        if (account.isSet())
            out.person.account = account;
    }
    // What was found from within a circle is half the truth, and only good for who asked.
    if (m_asking.empty() || m_circles == circlesBefore)
        m_known.insert_or_assign(visitor, out);
    return out;
}

Result<Person> VisitorJoin::personAt(VisitorId visitor, base::UtcMs atMs)
{
    TRY_ASSIGN(const Known found, known(visitor));
    if (found.kind != VisitorKind::Anonymous)
        return found.person;
    // Who is a contact counts before who is only of an account.
    const Claim *best = nullptr;
    for (const auto &claim : found.claims) {
        const bool isBetter =
            !best || (claim.person.contact.isSet() && !best->person.contact.isSet());
        const bool isWorse = best && best->person.contact.isSet() && !claim.person.contact.isSet();
        // Latest first: the one before the event ends the search among its equals.
        if (isBetter || (!isWorse && best->atMs > atMs))
            best = &claim;
    }
    return best ? best->person : Person{};
}

Result<std::int64_t> VisitorJoin::reassign(const std::set<VisitorId> &visitors, bool mayClear,
                                           domain::ChangeSet &changes)
{
    std::set<VisitorId> due = visitors;
    std::vector<VisitorId> fresh(visitors.begin(), visitors.end());
    while (!fresh.empty()) {
        const VisitorId next = fresh.back();
        fresh.pop_back();
        m_known.erase(next);
        TRY_ASSIGN(const auto before, m_tables.visitors.linkedTo(next));
        for (const VisitorId each : before) {
            if (due.insert(each).second)
                fresh.push_back(each);
        }
    }
    std::int64_t out = 0;
    for (const VisitorId visitor : due) {
        TRY_ASSIGN(const auto events, m_tables.visitors.eventsOf(visitor));
        for (const auto &event : events) {
            TRY_ASSIGN(Person person, personAt(visitor, event.atMs));
            if (!mayClear && !person.contact.isSet())
                person.contact = event.contact;
            if (!mayClear && !person.account.isSet())
                person.account = event.account;
            if (person == Person{event.contact, event.account})
                continue;
            ++out;
            TRY(m_tables.visitors.assign(event, person.contact, person.account, changes));
        }
    }
    return out;
}

} // namespace topline::engine
