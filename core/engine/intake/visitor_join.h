// Which contact or account a visitor is, as of now, from what was said about who is who. Made for
// one step of the engine, which it must not outlive; remembers what it found, so that a batch asks
// once. The answer depends on the stored rows only, never on the order in which they came.
#pragma once

#include "core/base/result.h"
#include "core/domain/visitor.h"
#include "core/store/tables.h"

#include <cstdint>
#include <set>
#include <unordered_map>
#include <vector>

namespace topline::engine {

struct Person {
    domain::ContactId contact;
    domain::AccountId account;

    bool isAnybody() const { return contact.isSet() || account.isSet(); }

    bool operator==(const Person &) const = default;
};

class VisitorJoin {
public:
    explicit VisitorJoin(store::Tables &tables)
        : m_tables(tables)
    {
    }

    // A browser is whoever last said so before the event, else whoever said so first after it:
    // people share browsers. Everybody else is the same person at all times.
    base::Result<Person> personAt(store::VisitorId visitor, base::UtcMs atMs);

    // Assigns the events of these visitors, and of all who were said to be them, anew. Nobody loses
    // a contact for an unknown one unless `mayClear`. The number of events that changed.
    base::Result<std::int64_t> reassign(const std::set<store::VisitorId> &visitors, bool mayClear,
                                        domain::ChangeSet &changes);

private:
    struct Claim {
        base::UtcMs atMs = 0;
        Person person;
    };

    struct Known {
        domain::VisitorKind kind = domain::VisitorKind::Anonymous;
        Person person;             // of any other kind than a browser
        std::vector<Claim> claims; // of a browser; the latest first
    };

    base::Result<Known> known(store::VisitorId visitor);
    base::Result<Person> recordOf(const domain::VisitorName &name);
    base::Result<domain::ContactId> standing(domain::ContactId contact);

    store::Tables &m_tables;
    std::unordered_map<store::VisitorId, Known> m_known;
    std::set<store::VisitorId> m_asking; // links may run in a circle
    int m_circles = 0;                   // met so far
};

} // namespace topline::engine
