// Three panes of the Drafts page: content, snippets and links. Each shows what the
// shelf holds and sends changes to the engine; a refusal stays in the form with its reason. GUI
// thread.
#pragma once

#include "core/domain/content.h"
#include "ui/shell/page.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace topline::look {
class Button;
class Table;
} // namespace topline::look

namespace topline::pages {

class ContentForm;
class ContentTable;
class NoteLine;
struct ContentLine;

class ContentPane : public QWidget {
    Q_OBJECT

public:
    ContentPane(const shell::PageContext &context, const QStringList &titles, int figuresFrom,
                const QString &name);

    virtual void setShelf(const domain::Shelf &shelf) = 0;
    virtual void takeFocus();

    look::Table *table() const { return m_table; }

    ContentForm *form() const { return m_form; }

Q_SIGNALS:
    void changed(); // the shelf is to be read again

protected:
    virtual void showRow(int row) = 0;
    // The current row stays current, and the form as it is.
    void setLines(std::vector<ContentLine> lines);

    // The column that takes what room is left.
    virtual int widestColumn() const { return 0; }

    // Tells the form what came of a command.
    engine::Done saved(const QString &said);

    void fitColumns();

    engine::DraftDesk &desk() { return m_context.bridge.cockpit().drafts(); }

    shell::PageContext m_context;
    ContentTable *m_rows;
    look::Table *m_table;
    ContentForm *m_form;
    NoteLine *m_empty; // above a table without rows
    bool m_isFilling = false;
    bool m_wasFilled = false;
};

class AssetPane final : public ContentPane {
    Q_OBJECT

public:
    explicit AssetPane(const shell::PageContext &context);
    void setShelf(const domain::Shelf &shelf) override;

    // Asks for a file.
    void importFile();
    void exportFile();
    void importText(const std::string &csv);

protected:
    void showRow(int row) override;

private:
    void save();
    void makeNew();

    std::vector<domain::ContentRow> m_content;
    domain::ContentAsset m_shown;
    QLineEdit *m_title;
    QLineEdit *m_url;
    QPlainTextEdit *m_text;
    QLineEdit *m_tags[5];
    QCheckBox *m_retired;
};

class SnippetPane final : public ContentPane {
    Q_OBJECT

public:
    explicit SnippetPane(const shell::PageContext &context);
    void setShelf(const domain::Shelf &shelf) override;

protected:
    void showRow(int row) override;

    int widestColumn() const override { return 1; }

private:
    void refreshButtons();

    std::vector<domain::Snippet> m_snippets;
    std::vector<domain::TemplateField> m_fields;
    QLineEdit *m_name;
    QPlainTextEdit *m_text;
    look::Button *m_insert;
    look::Button *m_remove;
};

class LinkPane final : public ContentPane {
    Q_OBJECT

public:
    explicit LinkPane(const shell::PageContext &context);
    void setShelf(const domain::Shelf &shelf) override;

protected:
    void showRow(int row) override;

private:
    void refreshButtons();

    std::vector<std::string> m_hosts;
    QLineEdit *m_host;
    look::Button *m_remove;
};

} // namespace topline::pages
