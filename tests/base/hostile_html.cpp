#include "tests/base/hostile_html.h"

#include "core/base/random.h"

namespace topline::testing_html {

namespace {

std::string repeated(const std::string &part, int times)
{
    std::string out;
    out.reserve(part.size() * static_cast<std::size_t>(times));
    for (int i = 0; i < times; ++i)
        out += part;
    return out;
}

// The five variants that Qt reads from the disk, and all others that name a thing to load.
void addLoaders(std::vector<Sample> &out, const std::string &target)
{
    for (const char *format : {"<img src=\"@\">",
                               "<img src=@ width=1 height=1>",
                               "<IMG SRC='@' alt=\"x\">",
                               "<img/src=\"@\">",
                               "<img src = \"@\" onerror=\"alert(1)\">",
                               "<img srcset=\"@ 2x\">",
                               "<p style=\"background-image:url(@)\">x</p>",
                               "<p style='background:url(\"@\")'>x</p>",
                               "<body background=\"@\">x</body>",
                               "<table background=\"@\"><tr><td>x</table>",
                               "<table><tr><td background=\"@\">x</td></tr></table>",
                               "<div style=\"list-style-image:url(@)\"><ul><li>x</ul></div>",
                               "<style>body{background-image:url(@)}</style>x",
                               "<style>@import '@';</style>x",
                               "<link rel=\"stylesheet\" href=\"@\">x",
                               "<iframe src=\"@\"></iframe>",
                               "<object data=\"@\">x</object>",
                               "<embed src=\"@\">",
                               "<video src=\"@\" poster=\"@\">x</video>",
                               "<audio src=\"@\"></audio>",
                               "<svg><image xlink:href=\"@\"/></svg>",
                               "<svg><use href=\"@\"/></svg>",
                               "<input type=image src=\"@\">",
                               "<meta http-equiv=refresh content=\"0;url=@\">",
                               "<base href=\"@/\"><img src=x>",
                               "<script src=\"@\"></script>",
                               "<frameset><frame src=\"@\"></frameset>",
                               "<a href=\"@\">x</a>",
                               "<a href=\"@\"><img src=\"@\"></a>",
                               "<q cite=\"@\">x</q>",
                               "<bgsound src=\"@\">",
                               "<applet code=\"@\">",
                               "<math href=\"@\">x</math>",
                               "<picture><source srcset=\"@\"></picture>",
                               "<form action=\"@\"><button>x</button></form>",
                               "<details open ontoggle=\"@\">x",
                               "<p style=\"border-image:url(@) 3\">x</p>",
                               "<ul style=\"list-style-image:url('@')\"><li>x</li></ul>",
                               "<td background=@>x",
                               "<tr background=@><td>x",
                               "<img src=\"&#102;ile:@\">",
                               "<xmp><img src=\"@\"></xmp>",
                               "<noscript><img src=\"@\"></noscript>",
                               "<![CDATA[<img src=\"@\">]]>",
                               "<!--[if mso]><img src=\"@\"><![endif]-->",
                               "<template><img src=\"@\"></template>",
                               "<textarea></textarea><img src=\"@\">",
                               "<im<img src=\"@\">g src=\"@\">",
                               "<<img src=\"@\">>",
                               "<img src=\"@\"",
                               "<p title=\"&lt;img src='@'&gt;\">x</p>",
                               "&lt;img src=\"@\"&gt;",
                               "<img\nsrc\n=\n\"@\"\n>",
                               "<img src=\"@\" src=\"https://a.example/x.png\">"}) {
        std::string html;
        for (const char *c = format; *c; ++c) {
            if (*c == '@')
                html += target;
            else
                html += *c;
        }
        out.push_back({"load " + std::to_string(out.size()), html});
    }
}

void addLinks(std::vector<Sample> &out)
{
    for (const char *href : {"javascript:alert(1)",
                             "JaVaScRiPt:alert(1)",
                             " javascript:alert(1)",
                             "java\nscript:alert(1)",
                             "java&#10;script:alert(1)",
                             "&#106;avascript:alert(1)",
                             "data:text/html,<script>alert(1)</script>",
                             "vbscript:x",
                             "file:///etc/passwd",
                             "//evil.example/x",
                             "/etc/passwd",
                             "\\\\server\\share",
                             "http://plain.example/",
                             "ftp://a.example/",
                             "https://bank.example@evil.example/",
                             "https:evil",
                             "https://",
                             "https:///etc",
                             "https://\\evil.example",
                             "mailto:",
                             "mailto:?attach=/etc/passwd",
                             "mailto:a@b.example?cc=c@d.example&attach=/etc/passwd",
                             "mailto:a@b.example,c@d.example",
                             "smb://h/x",
                             "tel:+1",
                             "about:blank",
                             "qrc:/icons/a.svg",
                             ":/icons/a.svg",
                             "https://xn--80ak6aa92e.example/",
                             "https://\xd0\xb0pple.example/",
                             "feed:x",
                             "https://a.example/\" onclick=\"x",
                             "https://a.example/%00",
                             "https://[::1]/",
                             "x:https://a.example/"}) {
        for (const char *text : {"x", "https://bank.example", "bank.example", "Click"})
            out.push_back({"link " + std::string(href),
                           "<p><a href=\"" + std::string(href) + "\">" + text + "</a></p>"});
    }
}

// Those that take a naive viewer minutes.
void addBombs(std::vector<Sample> &out)
{
    for (const int depth : {2, 4, 5, 8, 10, 16, 22, 40, 500, 5'000}) {
        out.push_back({"tables " + std::to_string(depth), repeated("<table><tr><td>", depth) + "x",
                       depth > 4});
        out.push_back(
            {"bare tables " + std::to_string(depth), repeated("<table>", depth) + "x", depth > 4});
    }
    for (const char *tag : {"b", "i", "u", "span", "div", "blockquote", "ul", "ol", "font", "em"}) {
        for (const int depth : {50, 120, 1'000, 50'000}) {
            const bool isKnown = std::string(tag) != "font";
            out.push_back({"nested " + std::string(tag) + std::to_string(depth),
                           repeated("<" + std::string(tag) + ">", depth) + "x",
                           (depth > 100 && isKnown) || depth >= 50'000});
        }
    }
    out.push_back({"li in li", repeated("<ul><li>", 60) + "x", true});
    out.push_back({"many items", "<ul>" + repeated("<li>x", 12'000), true});
    out.push_back({"many words", repeated("<b>x</b> ", 12'000), true});
    out.push_back({"many lines", repeated("x<br>", 9'000), false});
    out.push_back({"very many lines", repeated("x<br>", 200'000), true});
    out.push_back({"wide row", "<table><tr>" + repeated("<td>x", 6'000), true});
    out.push_back(
        {"wide and tall", "<table><tr>" + repeated("<td>", 400) + repeated("<tr><td>", 400), true});
    out.push_back(
        {"spans", "<table>" + repeated("<tr><td colspan=\"1000000\" rowspan=9999>x", 200), false});
    out.push_back({"spanned columns", "<table><tr>" + repeated("<td colspan=20>x", 300), true});
    out.push_back({"big border", "<table border=99999999 cellpadding=99999999 width=9999999>"
                                 "<tr><td width=99999999 height=99999999>x</table>"});
    out.push_back({"big font", "<p style=\"font-size:999999px\"><font size=999999>x</font></p>"});
    out.push_back({"big margins", "<p style=\"margin:999999999px\">x</p>"});
    out.push_back({"long word", std::string(100'000, 'x'), true});
    out.push_back({"long entity word", repeated("&#x200B;&#65;", 60'000), true});
    out.push_back({"long line", repeated("word ", 30'000)});
    out.push_back({"too long", repeated("word ", 60'000), true});
    out.push_back({"huge", repeated("word ", 600'000), true});
    out.push_back(
        {"long attribute", "<a href=\"https://a.example/" + std::string(500'000, 'a') + "\">x"});
    out.push_back({"many attributes", "<p " + repeated("a=1 ", 100'000) + ">x"});
    out.push_back({"open comments", repeated("<!--", 50'000) + "x"});
    out.push_back({"closing only", repeated("</b></table></td>", 50'000) + "x", true});
    out.push_back({"open scripts", repeated("<script>", 50'000) + "x"});
    out.push_back({"false ends", "<script>" + repeated("</", 200'000) + "x"});
    out.push_back({"ampersands", repeated("&", 100'000), true});
    out.push_back({"less-thans", repeated("< ", 50'000), false});
    out.push_back({"quotes", "<p a=\"" + repeated("'", 200'000)});
    out.push_back({"combining marks", "x" + repeated("\xcc\x81 ", 20'000)});
    out.push_back({"stacked marks", "x" + repeated("\xcc\x81", 20'000), true});
    out.push_back({"nested list numbers", repeated("<ol type=i start=999999>", 30) + "<li>x"});
    out.push_back({"start", "<ol start=2147483647><li>x<li>y</ol>"});
    out.push_back({"pre", "<pre>" + repeated("wide \t", 20'000) + "</pre>"});
    out.push_back({"zero bytes", std::string("<im\0g src=x><p>a\0b</p>", 22)});
    out.push_back({"not UTF-8", "<p>\xff\xfe\xc0\xaf\xed\xa0\x80</p>"});
    out.push_back({"object marks", "<p>\xef\xbf\xbc\xef\xb7\x90\xef\xb7\x91\xe2\x80\xa8x</p>"});
    out.push_back(
        {"turned round", "<a href=\"https://evil.example\">\xe2\x80\xaemoc.knab\xe2\x80\xac</a>"});
}

// Cases one in another, cut off anywhere, with letters turned.
void addMixed(std::vector<Sample> &out)
{
    const std::size_t plain = out.size();
    base::Random random(20'260'101);
    while (out.size() < 2'400) {
        const Sample &a = out[random.below(plain)];
        const Sample &b = out[random.below(plain)];
        if (a.html.size() + b.html.size() > 4'000)
            continue;
        std::string html;
        switch (random.below(5)) {
        case 0:
            html = a.html + b.html;
            break;
        case 1:
            html = a.html.substr(0, random.below(a.html.size() + 1)) + b.html;
            break;
        case 2:
            html = "<table><tr><td>" + a.html + "<td>" + b.html;
            break;
        case 3:
            html = a.html;
            html.insert(random.below(html.size() + 1), b.html);
            break;
        default:
            html = a.html + b.html;
            for (std::size_t i = 0; i < 1 + html.size() / 40; ++i)
                html[random.below(html.size())] = "<>\"'=&;/ a"[random.below(10)];
        }
        out.push_back({"mixed " + std::to_string(out.size()), html});
    }
}

} // namespace

std::vector<Sample> hostileSamples(const Targets &targets)
{
    std::vector<Sample> out;
    for (const std::string &target :
         {targets.file, "file://" + targets.file, targets.url + "/x.png",
          targets.url.substr(targets.url.find(':') + 1) + "/x.png",
          std::string("\\\\127.0.0.1\\share\\x.png"), std::string("data:image/png;base64,AAAA")})
        addLoaders(out, target);
    addLinks(out);
    addBombs(out);
    addMixed(out);
    return out;
}

std::string bareDocument(std::size_t bytes)
{
    std::string out;
    while (out.size() < bytes)
        out += "<p>An ordinary line of a letter that somebody wrote to somebody.</p>\n";
    return out;
}

} // namespace topline::testing_html
