#include "tests/sim/sim_beginning.h"

#include "core/engine/channels/calendar_book.h"
#include "core/engine/channels/mail_book.h"
#include "core/plays/play_file.h"
#include "core/plays/shipped_plays.h"
#include "tests/sim/channel_face.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace topline::sim {

namespace {

constexpr const char *followUp = R"(id: follow-up
version: 1
name: Follow-up
goal: Stay in touch with whoever tries it out
triggers: [trial_start]
mode: auto
urgency: today
signal_age_max: 10 d
gain_basis_points: 100
cooldown: 2 d
metric: reply
exit: [reply, meeting]
steps:
  - kind: email
    effort: 3 min
    subject: A question about {{account.name|your company}}
    body: |
      Hi {{contact.first_name|there}}, is there anything we can help with?
  - kind: email
    effort: 3 min
    day: 1
    subject: One more thought
    body: |
      Hi {{contact.first_name|there}}, here is one more thought.
  - kind: email
    effort: 3 min
    day: 2
    subject: The last one of these
    body: |
      Hi {{contact.first_name|there}}, tell me if we may help later.
  - kind: task
    effort: 3 min
    day: 3
    subject: Look at {{account.name|the account}} once more
    body: |
      Is there somebody else to speak with?
)";

std::string bytesOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

domain::Contact simContact(std::uint64_t account, base::UtcMs atMs)
{
    constexpr const char *zones[] = {"",           "America/New_York", "Europe/Berlin",
                                     "Asia/Tokyo", "Australia/Sydney", "America/Los_Angeles"};
    domain::Contact out = flow::TinyCrm::contact(account, atMs);
    out.timeZone = zones[account % std::size(zones)];
    return out;
}

crm::Page simZones()
{
    crm::Page page;
    for (std::uint64_t account = 0; account < SimBeginning::accounts; ++account)
        page.contacts.push_back(simContact(account, flow::birthMs - base::dayMs));
    return page;
}

SimBeginning::SimBeginning()
    : m_plays(flow::need(plays::loadShippedPlays()))
{
    // Whoever tries it out is the own play's; and two that would take up everybody are left out.
    std::erase_if(m_plays, [](const auto &play) {
        return play.id == "surge" || play.id == "pricing-revisit";
    });
    for (auto &play : m_plays)
        std::erase(play.triggers, domain::SignalType::TrialStart);
    m_plays.push_back(flow::need(plays::parsePlay(followUp, "follow-up.yaml")));
    std::sort(m_plays.begin(), m_plays.end(),
              [](const auto &a, const auto &b) { return a.id < b.id; });
    m_tiny.arrive(simZones());
    m_world.sync();
    flow::need(m_world.engine().mail().setAccount(simMailbox()));
    domain::CalendarAccount calendar;
    calendar.url = "https://calendar.ours.example";
    calendar.user = "rep";
    calendar.path = "/rep/work/";
    calendar.address = simMailbox().address;
    flow::need(m_world.engine().calendar().setAccount(calendar));
    m_world.close();
    m_bytes = bytesOf(m_world.file());
}

} // namespace topline::sim
