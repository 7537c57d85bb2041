#include "tests/assist/model_parts.h"

#include "core/actions/canonical_json.h"

#include <vector>

namespace topline::assist {

ModelFacts sampleFacts()
{
    ModelFacts out;
    out.draft.to = "dana@northwind.example";
    out.draft.subject = "Fleet renewal";
    out.draft.body =
        "Hi Dana,\n\nthe offer for $48,000 stands: https://topline.example/offer\n\nMaya";
    out.draft.facts = {"contact.first_name: Dana"};
    out.firstName = "Dana";
    out.lastName = "Reyes";
    out.personTitle = "CFO";
    out.company = "Northwind";
    out.companyDomain = "northwind.example";
    out.industry = "Logistics";
    out.dealName = "Fleet renewal";
    out.stageName = "Proposal";
    out.amount = "$48,000";
    out.closeDate = "3 December 2026";
    out.ownerName = "Maya Okafor";
    out.goal = "Answer within a day";
    out.reason = "The proposal was opened again";
    out.otherNames = {"Sam Lee"};
    out.buyerTexts = {"Dana Reyes here, call me at +1 303 555 0100 or dana@northwind.example. Sam "
                      "Lee wants https://northwind.example/wiki, order 0067F00000abcdeQAA."};
    return out;
}

domain::AssistSettings sampleSettings()
{
    domain::AssistSettings out;
    out.isOn = true;
    out.baseUrl = "http://127.0.0.1:11434/v1";
    out.model = "small";
    return out;
}

std::string chatAnswer(const std::string &text, const std::string &finish)
{
    using actions::jsonArray;
    using actions::jsonObject;
    using actions::jsonString;
    const std::vector<std::string> choices = {jsonObject(
        {{"finish_reason", jsonString(finish)},
         {"message",
          jsonObject({{"content", jsonString(text)}, {"role", jsonString("assistant")}})}})};
    return jsonObject({{"choices", jsonArray(choices)}});
}

} // namespace topline::assist
