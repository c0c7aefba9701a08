// What LibreOffice makes of the document, where it is: the same words, and our own page.
#include "bangla/docx/docx.hpp"
#include "bangla/pdf/tests/order.hpp"
#include "bangla/pdf/tests/reading.hpp"

#include <fstream>
#include <sstream>

namespace udb::bangla::reading {
namespace {

namespace fs = std::filesystem;

/// An empty folder for as long as it is needed.
class TemporaryFolder {
public:
    TemporaryFolder() { REQUIRE(mkdtemp(name_.data()) != nullptr); }
    ~TemporaryFolder() { fs::remove_all(name_); }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;
    std::string const& name() const { return name_; }

private:
    std::string name_ = fs::temp_directory_path() / "udbXXXXXX";
};

/// LibreOffice's PDF of the document.
std::string printed(std::string const& docx) {
    TemporaryFolder const folder;
    auto const made = run("soffice -env:UserInstallation=file://" + folder.name()
                              + "/profile --headless --convert-to pdf:writer_pdf_Export --outdir "
                              + folder.name(),
                          docx);
    CAPTURE(made.output);
    for (auto const& entry : fs::directory_iterator(folder.name())) {
        if (entry.path().extension() != ".pdf") continue;
        std::ostringstream pdf;
        pdf << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        return pdf.str();
    }
    FAIL("LibreOffice did not open the document");
    return {};
}

TEST_CASE("LibreOffice opens an order on as many pages as ours, A4, with its title") {
    if (std::system("command -v soffice >/dev/null") != 0) {
        MESSAGE("not tried: there is no soffice (package libreoffice-writer)");
        return;
    }
    auto const theirs = printed(docx_of(order()));
    auto const info = run("pdfinfo", theirs).output;
    CAPTURE(info);
    for (auto const* const fact : {"ইনোভেশন টিম <পুনর্গঠন> & আদেশ", "(A4)", "Pages:           2"})
        CHECK_MESSAGE(info.find(fact) != std::string::npos, fact);
    CHECK(run("pdfinfo", typesetter().typeset(order())).output.find("Pages:           2")
          != std::string::npos);
    // Not every conjunct comes back whole from its PDFs; what has none does.
    auto const read = text_of(theirs);
    for (auto const* const text :
         {"www.mole.gov.bd", "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫/১(২০)", "programmer@mole.gov.bd"})
        CHECK_MESSAGE(read.find(text) != std::string::npos, text);
}

} // namespace
} // namespace udb::bangla::reading
