// The world outside as one connector with a journal of its own: the judge of what took hold. As a
// CRM it knows an effect by its key; as a mailbox it asks the gate just before the dot, and a
// repeated message is a second one. Answers get lost and refusals come by chance. One thread.
#pragma once

#include "core/base/random.h"
#include "core/crm/connector.h"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace topline::sim {

struct OutsideHabits {
    bool isMailbox = true;        // a repeated effect is a second one; else a CRM with keys
    bool onlyMailRepeats = false; // of a mailbox: its tasks go to a CRM with keys
    double refuses = 0.05;        // says no for good
    double fails = 0.05;          // nothing leaves: no connection, "come back later"
    double losesAnswer = 0.05;    // took hold or not, nobody hears of it
    double takesHoldThen = 0.5;   // when the answer is lost
    bool provesPresence = true;   // a look-up finds what took hold
    bool provesAbsence = false;   // and it is sure about what did not
    bool saysSent = false;        // of what did not take hold
    bool takesTwice = false;      // of one that was handed over once
    bool hasChannels = false;     // what goes by the mailbox repeats, everything else has keys
};

class Outside final : public crm::Connector {
public:
    // Told at each named place of a push, before it is passed; may take the power away.
    using Points = std::function<void(std::string_view)>;
    // False: the program that asks has ended meanwhile, nothing more leaves it.
    using IsAlive = std::function<bool()>;

    Outside(base::Random &random, OutsideHabits habits, Points points = {}, IsAlive isAlive = {});

    // Of whom it is read from.
    std::string system() const override { return m_source ? m_source->system() : "tiny"; }

    std::string title() const override { return "Outside"; }

    base::Result<domain::SourceProfile> inspect(const crm::CancelToken &) override;
    base::Result<std::map<std::string, std::int64_t>> count(const crm::CancelToken &) override;
    base::Result<crm::Page> pull(const std::string &cursor, const crm::CancelToken &) override;
    crm::PushAnswer push(const domain::Effect &effect, const crm::CancelToken &) override;
    std::vector<crm::PushAnswer> pushGated(std::span<const domain::Effect> effects,
                                           crm::PushGate &gate,
                                           const crm::CancelToken &cancel) override;
    crm::PushAnswer lookUp(const domain::Effect &effect, const crm::CancelToken &) override;

    void become(const OutsideHabits &habits) { m_habits = habits; }

    void listenTo(Points points) { m_points = std::move(points); }

    // What is being handed over just now.
    bool isAtMail() const { return m_isAtMail; }

    // Asked about each effect at the moment when it may take hold.
    void watchDeliveries(std::function<void(const domain::Effect &)> watch)
    {
        m_watch = std::move(watch);
    }

    // What people do while the connection for an effect is open, before the gate is asked.
    void watchConnections(std::function<void(const domain::Effect &)> watch)
    {
        m_whileOpen = std::move(watch);
    }

    // Told of each effect that takes hold, at that moment.
    void watchHolds(std::function<void(const domain::Effect &)> watch)
    {
        m_hold = std::move(watch);
    }

    // Where pulls go; null: nothing comes.
    void readFrom(crm::Connector *source) { m_source = source; }

    struct Record {
        int times = 0;        // it took hold
        domain::Effect first; // as it was handed over when it took hold
        bool isSameEachTime = true;
    };

    // By effect id.
    const std::map<base::Uuid, Record> &journal() const { return m_journal; }

    // How often it was handed over past its mark, whether it took hold or not.
    int timesHanded(const base::Uuid &effect) const
    {
        const auto found = m_handed.find(effect);
        return found == m_handed.end() ? 0 : found->second;
    }

    // Whether what is handed over again is a second one.
    bool repeats(const domain::Effect &effect) const;

private:
    bool reach(std::string_view point); // true while the program lives
    crm::PushAnswer deliver(const domain::Effect &effect);
    void takeHold(const domain::Effect &effect);

    base::Random &m_random;
    OutsideHabits m_habits;
    Points m_points;
    IsAlive m_isAlive;
    std::function<void(const domain::Effect &)> m_watch;
    std::function<void(const domain::Effect &)> m_whileOpen;
    std::function<void(const domain::Effect &)> m_hold;
    crm::Connector *m_source = nullptr;
    bool m_isAtMail = false;
    std::map<base::Uuid, Record> m_journal;
    std::map<base::Uuid, int> m_handed;
};

} // namespace topline::sim
