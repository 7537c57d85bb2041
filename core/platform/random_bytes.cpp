#include "core/platform/random_bytes.h"

#include <QRandomGenerator>

#include <string>

namespace topline::platform {

base::Secret randomBytes(std::size_t count)
{
    std::string bytes(count, '\0');
    QRandomGenerator *generator = QRandomGenerator::system();
    for (char &byte : bytes)
        byte = static_cast<char>(generator->bounded(256));
    return base::Secret(std::move(bytes));
}

} // namespace topline::platform
