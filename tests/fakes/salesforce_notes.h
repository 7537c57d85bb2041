// Enhanced notes as a user of Salesforce writes them: a file with its version, its preview, and a
// link for each record that it stands on and for its author. Called by tests that fill the fake;
// never fails.
#pragma once

#include "tests/fakes/salesforce_fake.h"

#include <string>
#include <vector>

namespace topline::fakes {

// The id of the note, which is its document's.
std::string addEnhancedNote(SalesforceFake &fake, const std::string &title, const std::string &text,
                            const std::vector<std::string> &records);

// As when somebody relates the note to one more record; the link's id.
std::string linkNote(SalesforceFake &fake, const std::string &note, const std::string &record);

// A file that is no note.
std::string addFile(SalesforceFake &fake, const std::string &title, const std::string &record);

} // namespace topline::fakes
