// The marks that tell copies of a workspace apart, one small file for each workspace in the user's
// state folder, 0600. Made by app/composition; called on the engine's thread. Written aside,
// synced and renamed under a lock, so that two programs never mix theirs; a damaged mark is an
// error.
#pragma once

#include "core/store/install_mark.h"

#include <string>

namespace topline::platform {

// "<user state>/topline/installs" (XDG_STATE_HOME, else ~/.local/state); not made yet.
std::string defaultMarkFolder();

class InstallMarkFiles final : public store::InstallMarks {
public:
    explicit InstallMarkFiles(std::string folder);

    store::InstallPlace placeOf(const std::string &file) const override;
    base::Result<std::optional<store::InstallMark>>
    read(const base::Uuid &workspace) const override;
    base::Status write(const base::Uuid &workspace, const store::InstallMark &mark) override;
    base::Status advance(const base::Uuid &workspace, const store::InstallMark &mark) override;

private:
    std::string fileOf(const base::Uuid &workspace) const;
    base::Status replace(const base::Uuid &workspace, const store::InstallMark &mark,
                         bool isChecked);

    std::string m_folder;
    std::string m_machine;
};

} // namespace topline::platform
