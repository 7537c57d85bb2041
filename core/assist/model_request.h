// What is sent to a language model for one draft: built from an allow list of facts, with names as
// placeholders, texts of buyers marked as untrusted and cut, and no address, phone number, id or
// link. Called when a request is shown and when it is made. Pure, any thread, cannot fail; the same
// facts give the same bytes.
#pragma once

#include "core/domain/assist.h"

#include <string>
#include <vector>

namespace topline::assist {

// Everything that may be used; what is empty is left out.
struct ModelFacts {
    domain::Draft draft; // as it stands: what is to be rewritten
    std::string firstName;
    std::string lastName;
    std::string personTitle;
    std::string company;
    std::string companyDomain;
    std::string industry;
    std::string dealName;
    std::string stageName;
    std::string amount;    // as people write it; a placeholder stands for it
    std::string closeDate; // likewise
    std::string ownerName;
    std::string goal;                    // of the play
    std::string reason;                  // why now, in words of ours
    std::vector<std::string> otherNames; // of people and companies that must not leave
    std::vector<std::string> buyerTexts; // newest first; hostile
    std::string wish;                    // what the rep asks for; may be empty
};

domain::ModelRequest buildModelRequest(const ModelFacts &facts,
                                       const domain::AssistSettings &settings);

} // namespace topline::assist
