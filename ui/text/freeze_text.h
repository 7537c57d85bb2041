// Why nothing leaves from a copy of a workspace, as a sentence. For the banner and the terminal;
// pure, cannot fail.
#pragma once

#include "core/domain/install.h"

#include <QString>

namespace topline::ui::text {

// Empty for None.
QString freezeText(domain::FreezeReason why);

} // namespace topline::ui::text
