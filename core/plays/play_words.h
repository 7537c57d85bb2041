// Decide: the words that a play's file may use, as lists for messages and for the editor. Used by
// the reader and the writer of plays. Pure, any thread, cannot fail.
#pragma once

#include "core/plays/yaml_reader.h"

namespace topline::plays {

Words signalWords();
Words kindWords(); // of actions that a play may propose
Words stepWhenWords();

} // namespace topline::plays
