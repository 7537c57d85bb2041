// What is done with one play: checking as it is written, saving, trying, going back, switching.
#include "ui/look/button.h"
#include "ui/pages/notice_list.h"
#include "ui/pages/play_editor.h"
#include "ui/pages/play_pane.h"
#include "ui/pages/question.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QSaveFile>

#include <utility>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

void PlayPane::tell(const QString &id, Icon icon, Token colour, const QString &text)
{
    Notice notice{id, icon, colour, text, {}};
    if (id == QLatin1String("fault"))
        notice.actions = {{tr("Go there"), [this] {
                               setView(View::Text);
                               m_editor->goToFault();
                           }}};
    m_notices->setNotices({notice});
}

engine::Done PlayPane::reportChange()
{
    return bridge().done(this, [this](const base::Status &status) {
        if (!status.ok())
            Q_EMIT bridge().failed(status.error());
        Q_EMIT changed();
    });
}

void PlayPane::loadHistory()
{
    const std::uint64_t question = ++m_asked;
    desk().loadHistory(
        m_id, bridge().answer<domain::PlayHistory>(this, [this, question](const auto &got) {
            if (question != m_asked)
                return;
            if (got.ok())
                takeHistory(*got);
            else
                Q_EMIT bridge().failed(got.error());
        }));
}

void PlayPane::takeHistory(const domain::PlayHistory &history)
{
    m_history->show(history, m_format);
    QString text;
    for (const auto &version : history.versions) {
        if (version.version == history.state.version)
            text = fromUtf8(version.yaml);
    }
    const bool isUnderWay = isChanged();
    m_saved = text;
    if (!isUnderWay) {
        m_isSound = true;
        m_editor->setDocumentText(text);
    }
    refreshTools();
}

void PlayPane::check()
{
    refreshTools();
    const QString text = m_editor->toPlainText();
    desk().check(text.toStdString(),
                 bridge().answer<domain::Play>(this, [this, text](const auto &got) {
                     if (text != m_editor->toPlainText())
                         return; // another check is on its way
                     m_isSound = got.ok();
                     if (got.ok()) {
                         m_editor->setFault({});
                         m_notices->setNotices({});
                     } else {
                         m_editor->setFault(got.error());
                         const auto &place = got.error().place;
                         tell(QStringLiteral("fault"), Icon::AlertTriangle, &Tokens::amberText,
                              tr("Line %1, column %2: %3")
                                  .arg(place ? place->line : 0)
                                  .arg(place ? place->column : 0)
                                  .arg(fromUtf8(got.error().message)));
                     }
                     refreshTools();
                 }));
}

void PlayPane::discard()
{
    m_isSound = true;
    m_editor->setDocumentText(m_saved);
    m_notices->setNotices({});
    refreshTools();
}

// Cards that are open are never changed without asking.
void PlayPane::save()
{
    if (!canSave())
        return;
    if (m_row.figures.open == 0)
        return put(domain::OpenCards::Keep);
    const Question question = makeQuestion(tr("Save as a new version?"), tr("Save"), this);
    question.body->addWidget(questionWords(
        tr("%n card(s) of this play are open. They stay as they are, and so do runs under way.",
           nullptr, static_cast<int>(m_row.figures.open)),
        Type::Body));
    auto *anew = new QCheckBox(tr("Propose cards that nobody has touched anew"), question.dialog);
    question.body->addWidget(anew);
    connect(question.dialog, &QDialog::accepted, this, [this, anew] {
        put(anew->isChecked() ? domain::OpenCards::ProposeAnew : domain::OpenCards::Keep);
    });
    question.dialog->open();
    question.yes->setFocus();
}

void PlayPane::put(domain::OpenCards cards)
{
    desk().save(m_editor->toPlainText().toStdString(), cards,
                bridge().answer<std::int64_t>(this, [this](const auto &got) { takeSaved(got); }));
}

void PlayPane::takeSaved(const base::Result<std::int64_t> &got)
{
    if (!got.ok()) {
        m_isSound = false;
        m_editor->setFault(got.error());
        tell(QStringLiteral("fault"), Icon::Alert, &Tokens::redText, fromUtf8(got.error().message));
        refreshTools();
        return;
    }
    m_saved = m_editor->toPlainText();
    tell(QStringLiteral("saved"), Icon::Check, &Tokens::greenText,
         tr("Version %1 is in force.").arg(*got));
    m_saved.clear(); // the text comes again with its new number
    m_editor->setDocumentText(QString());
    loadHistory();
    Q_EMIT changed();
}

void PlayPane::goBack(std::int64_t version)
{
    const Question question =
        makeQuestion(tr("Go back to version %1?").arg(version), tr("Go back"), this);
    question.body->addWidget(questionWords(
        tr("Its text becomes the newest version and is in force at once. Nothing is lost: the "
           "version of now stays in the history."),
        Type::Body));
    connect(question.dialog, &QDialog::accepted, this, [this, version] {
        desk().goBack(
            m_id, version, domain::OpenCards::Keep,
            bridge().answer<std::int64_t>(this, [this](const auto &got) { takeSaved(got); }));
    });
    question.dialog->open();
    question.cancel->setFocus();
}

void PlayPane::toggleOn()
{
    desk().switchOn(m_id, !m_row.play.isOn, reportChange());
}

void PlayPane::setMode(std::optional<domain::Mode> mode)
{
    desk().setMode(m_id, mode, reportChange());
}

void PlayPane::dryRun()
{
    if (m_editor->toPlainText().isEmpty())
        return;
    setView(View::Trial);
    m_trial->setRunning(true);
    auto cancel = std::make_shared<std::atomic<bool>>(false);
    m_cancel = cancel;
    desk().dryRun(
        m_editor->toPlainText().toStdString(), m_trial->days(), [cancel] { return cancel->load(); },
        bridge().answer<domain::PlayTrial>(this, [this, cancel](const auto &got) {
            if (cancel != m_cancel)
                return; // a later one is shown
            m_cancel.reset();
            m_trial->setRunning(false);
            if (got.ok())
                m_trial->show(*got, m_format);
            else if (got.error().code == base::ErrorCode::Cancelled)
                m_trial->clear();
            else
                m_trial->showFault(fromUtf8(got.error().message));
        }));
}

void PlayPane::exportText()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the play"),
                                                      fromUtf8(m_id) + QStringLiteral(".yaml"),
                                                      tr("Plays (*.yaml)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray bytes = m_editor->toPlainText().toUtf8();
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    tell(QStringLiteral("exported"), isWritten ? Icon::Check : Icon::Alert,
         isWritten ? &Tokens::greenText : &Tokens::redText,
         isWritten ? tr("Written to %1.").arg(path)
                   : tr("%1 could not be written: %2").arg(path, file.errorString()));
}

} // namespace topline::pages
