#include "tests/fakes/salesforce_notes.h"

namespace topline::fakes {

namespace {

constexpr int previewMax = 255;
constexpr const char *author = "0055e0000000001AAA";

QString shown(const std::string &text)
{
    return QString::fromStdString(text);
}

std::string addDocument(SalesforceFake &fake, const std::string &title, const QString &type,
                        const QString &preview)
{
    const std::string document =
        fake.add("ContentDocument", {{"Title", shown(title)}, {"FileType", type}});
    const std::string version =
        fake.add("ContentVersion", {{"Title", shown(title)},
                                    {"FileType", type},
                                    {"TextPreview", preview},
                                    {"ContentDocumentId", shown(document)}});
    fake.edit("ContentDocument", document, {{"LatestPublishedVersionId", shown(version)}});
    linkNote(fake, document, author);
    return document;
}

} // namespace

std::string addEnhancedNote(SalesforceFake &fake, const std::string &title, const std::string &text,
                            const std::vector<std::string> &records)
{
    const QString preview = shown(text).left(previewMax);
    const std::string note = addDocument(fake, title, "SNOTE", preview);
    fake.add("ContentNote", {{"Id", shown(note)},
                             {"Title", shown(title)},
                             {"FileType", "SNOTE"},
                             {"TextPreview", preview},
                             // A query brings where the text is, not the text.
                             {"Content", shown("/services/data/v67.0/sobjects/ContentNote/" + note +
                                               "/Content")}});
    for (const std::string &record : records)
        linkNote(fake, note, record);
    return note;
}

std::string linkNote(SalesforceFake &fake, const std::string &note, const std::string &record)
{
    return fake.add("ContentDocumentLink", {{"ContentDocumentId", shown(note)},
                                            {"LinkedEntityId", shown(record)},
                                            {"ShareType", "V"}});
}

std::string addFile(SalesforceFake &fake, const std::string &title, const std::string &record)
{
    const std::string document = addDocument(fake, title, "PDF", QString());
    linkNote(fake, document, record);
    return document;
}

} // namespace topline::fakes
