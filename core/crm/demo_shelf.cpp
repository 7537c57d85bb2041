#include "core/crm/demo_shelf.h"

#include "core/crm/demo_words.h"

#include <string>
#include <utility>

namespace topline::crm {

namespace {

domain::ContentAsset piece(const std::string &title, const std::string &path,
                           domain::ContentTags tags)
{
    domain::ContentAsset out;
    out.id = base::Uuid::named("demo content", title);
    out.title = title;
    out.url = "https://" + std::string(demoSellerDomain) + "/" + path;
    out.tags = std::move(tags);
    return out;
}

} // namespace

std::vector<domain::ContentAsset> demoContent(base::UtcMs addedMs)
{
    std::vector<domain::ContentAsset> out = {
        piece("Customer story: 14 depots in one week", "stories/fourteen-depots",
              {{"Discovery", "Proposal"}, {"Logistics", "Retail"}, {"operations", "COO"}, {}, {}}),
        piece("What it costs, and what makes it grow", "guides/price",
              {{"Proposal", "Negotiation"}, {}, {"CFO", "finance"}, {"price", "expensive"}, {}}),
        piece("Security overview", "guides/security",
              {{}, {}, {"IT", "security", "CIO"}, {"security", "privacy", "GDPR"}, {}}),
        piece("Moving over from spreadsheets", "guides/from-sheets",
              {{"Qualified", "Discovery"}, {}, {}, {"spreadsheet", "effort"}, {"1-200"}}),
        piece("Comparison of planning tools", "guides/comparison",
              {{"Discovery", "Proposal"}, {}, {}, {"competitor", "alternative"}, {}}),
        piece("Rollout checklist for several sites", "guides/rollout",
              {{"Negotiation"}, {"Logistics", "Manufacturing"}, {}, {"rollout"}, {"201-"}}),
    };
    domain::ContentAsset answer;
    answer.title = "Why not wait until next year";
    answer.id = base::Uuid::named("demo content", answer.title);
    answer.text = "Most teams that waited told us later that the peak season was the costly part: "
                  "what would one more of them cost you as things are?";
    answer.tags.objections = {"next year", "budget", "later"};
    out.push_back(std::move(answer));
    for (auto &each : out)
        each.addedMs = addedMs;
    return out;
}

std::vector<domain::Snippet> demoSnippets(base::UtcMs changedMs)
{
    return {
        {"booking", "If it is easier, reply with two times that suit you and I will set it up.",
         changedMs},
        {"next-step",
         "The next step from my side: {{deal.next_step|I send you what we spoke about}}.",
         changedMs},
        {"references", "I can put you in touch with a team of your size that made the same change.",
         changedMs},
    };
}

} // namespace topline::crm
