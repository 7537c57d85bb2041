// The sentences that core keeps in English (why a connection failed, what became of an attempt,
// advice about a mailbox) in the language of the window. Used wherever such a sentence is shown, on
// the GUI thread. Pure; a sentence that is not known, and what an outside party said, come through
// as they are.
#pragma once

#include <QString>

#include <string>

namespace topline::base {
struct Error;
}

namespace topline::ui::text {

// "mail.example.com ist nicht erreichbar." for "mail.example.com could not be reached."
QString coreWords(const std::string &words);

// What happened, what was kept and what to do, each as far as it is known.
QString errorWords(const base::Error &error);

} // namespace topline::ui::text
