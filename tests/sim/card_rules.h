// What a user expects of cards, judged from outside: a held-out account has no open ones, whoever
// answers or is away gets no later step, nobody is written to twice within the cooldown, a card
// that waits for an answer wakes with it, a timer counts from the buyer, and what has left does not
// stand open. Asked each simulated hour, on its thread; what cannot be read is an error.
#pragma once

#include "core/base/result.h"
#include "core/engine/engine.h"
#include "tests/sim/people.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace topline::sim {

class CardRules {
public:
    // Something of this action took hold; of a mail, in that hour of `people`.
    void left(const domain::Action &action, bool isMail, base::UtcMs atMs, std::int64_t hour);

    // What is judged by the clock is so no more.
    void clockWasWrong() { m_isClockRight = false; }

    bool isClockRight() const { return m_isClockRight; }

    // Everything that is new or has changed; breaches are added to `out`.
    base::Status check(engine::Engine &engine, const People &people, std::vector<std::string> &out);

    void forget(); // another file is in place

private:
    using Key = std::pair<std::string, base::Uuid>; // a play and the signal that began its run

    struct Moment {
        base::UtcMs atMs = 0;
        std::int64_t hour = 0; // of the people, in which it was first seen
    };

    struct Look { // one card, and what it is judged by
        engine::Engine &engine;
        const domain::Action &action;
        const std::string &who;
        const People &people;
        std::vector<std::string> &out;
    };

    base::Status takeIn(engine::Engine &engine, const domain::Action &action);
    base::Status checkNew(const Look &look);
    base::Status checkArm(const Look &look);
    void checkStep(const Look &look);
    void checkCooldown(const Look &look);
    static void checkTimer(const Look &look);
    void checkAsleep(const Look &look);

    std::map<base::Uuid, std::string> m_known; // to whom it goes
    std::map<domain::ContactId, std::string> m_addresses;
    std::map<Key, base::UtcMs> m_begun; // when the first step was proposed
    std::map<domain::ContactId, std::vector<Moment>> m_mailed;
    std::set<base::Uuid> m_left;
    std::map<base::Uuid, Moment> m_asleep;
    std::map<domain::AccountId, bool> m_arms; // first seen, held out or not
    bool m_isClockRight = true;
    bool m_hasBegun = false;
};

} // namespace topline::sim
