// Reads back the bytes that an approved effect froze. Called by the readers of one kind of effect
// (mails here, meetings in core/calendar), on the courier thread. Pure. Bytes that are not what was
// approved are InvalidInput with the field that is wrong: nothing must leave then.
#pragma once

#include "core/base/result.h"
#include "core/domain/effect.h"

#include <QJsonObject>

#include <string>

namespace topline::actions {

class FrozenWire {
public:
    // Refuses bytes whose hash is not the approved one or that name another effect. `kept` ends
    // each message, such as "Nothing was sent.".
    static base::Result<FrozenWire> open(const domain::Effect &effect, std::string kept);

    // Whether an effect's bytes have this member; cheap for those that have not.
    static bool hasMember(const domain::Effect &effect, const std::string &key);

    // "" where there is none.
    std::string text(const char *key) const;

    // InvalidInput where there is none.
    base::Result<std::string> required(const char *key) const;

    base::Error wrong(const std::string &field) const;

private:
    QJsonObject m_object;
    std::string m_kept;
};

} // namespace topline::actions
