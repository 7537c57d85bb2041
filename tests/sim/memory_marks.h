// Marks of workspaces as a computer keeps them, in memory: they outlive crashes of the program.
// Machine and file numbers are what the test says. Used by tests, on one thread.
#pragma once

#include "core/store/install_mark.h"

#include <map>
#include <string>
#include <utility>

namespace topline::sim {

class MemoryMarks final : public store::InstallMarks {
public:
    std::string machine = "this computer";
    // Of a path; where nothing is said the path itself.
    std::map<std::string, std::string> fileIds;
    bool isBroken = false; // nothing can be written

    store::InstallPlace placeOf(const std::string &file) const override
    {
        const auto found = fileIds.find(file);
        return {machine, file, found == fileIds.end() ? file : found->second};
    }

    base::Result<std::optional<store::InstallMark>> read(const base::Uuid &workspace) const override
    {
        const auto found = m_marks.find(workspace);
        return found == m_marks.end() ? std::optional<store::InstallMark>() : found->second;
    }

    base::Status write(const base::Uuid &workspace, const store::InstallMark &mark) override
    {
        if (isBroken)
            return base::Error{.code = base::ErrorCode::Io, .message = "The disk is full."};
        m_marks[workspace] = mark;
        return {};
    }

    base::Status advance(const base::Uuid &workspace, const store::InstallMark &mark) override
    {
        const auto found = m_marks.find(workspace);
        const bool isTaken = found != m_marks.end() && (found->second.install != mark.install ||
                                                        found->second.epoch > mark.epoch);
        return isTaken ? base::Error{.code = base::ErrorCode::Conflict, .message = "taken"}
                       : write(workspace, mark);
    }

    void forget() { m_marks.clear(); }

private:
    std::map<base::Uuid, store::InstallMark> m_marks;
};

} // namespace topline::sim
