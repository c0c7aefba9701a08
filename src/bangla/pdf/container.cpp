// Puts the file together with libqpdf.
#include "bangla/pdf/container.hpp"

#include "bangla/pdf/deflater.hpp"
#include "bangla/pdf/unicode.hpp"

#include <array>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

namespace udb::bangla::pdf {
namespace {

using Object = QPDFObjectHandle;

constexpr int content_level = 4;

Object name_object(std::string const& name) { return Object::newName(name); }
Object number(std::int64_t value) { return Object::newInteger(value); }
Object real(double value) {
    std::string text;
    append_number(text, value);
    return Object::newReal(text);
}
Object text_string(std::string_view utf8) { return Object::newString(text_bytes(clean(utf8))); }

class Binder {
public:
    explicit Binder(Bound const& bound) : bound_(bound) { pdf_.emptyPDF(); }

    std::string bind() {
        for (std::size_t i = 0; i < bound_.pages.pages.size(); ++i)
            pages_.push_back(pdf_.makeIndirectObject(Object::newDictionary()));
        auto const resources = pdf_.makeIndirectObject(this->resources());
        fill_pages(resources);
        auto root = pdf_.getRoot();
        root.replaceKey("/StructTreeRoot", structure());
        root.replaceKey("/MarkInfo", Object::parse("<</Marked true>>"));
        root.replaceKey("/ViewerPreferences", Object::parse("<</DisplayDocTitle true>>"));
        root.replaceKey("/Lang", text_string(bound_.paper.meta.language));
        root.replaceKey("/PageLabels", page_labels());
        if (!bound_.pages.outlines.empty()) root.replaceKey("/Outlines", outlines());
        describe(root);
        return written();
    }

private:
    Object deflated_stream(std::string const& deflated) {
        auto made = Object::newStream(&pdf_, deflated);
        made.getDict().replaceKey("/Filter", name_object("/FlateDecode"));
        return made;
    }

    /// `[3[250]7[600 610]…]`: the widths of the glyphs used.
    static Object widths(Face const& face, UsedGlyphs const& glyphs) {
        auto made = Object::newArray();
        std::vector<Object> row;
        int first = 0;
        for (auto const& [glyph, text] : glyphs) {
            if (!row.empty() && glyph != first + static_cast<int>(row.size())) {
                made.appendItem(number(first));
                made.appendItem(Object::newArray(row));
                row.clear();
            }
            if (row.empty()) first = glyph;
            row.push_back(number(face.advance(glyph)));
        }
        made.appendItem(number(first));
        made.appendItem(Object::newArray(row));
        return made;
    }

    Object font(FaceNo no) {
        auto const& face = bound_.faces[no];
        auto const& used = bound_.used[no];
        auto const subset = bound_.subsets.of(no, used);
        auto const name = "/" + subset->tag + "+" + face.name();
        auto program = deflated_stream(subset->program);
        program.getDict().replaceKey("/Length1", number(static_cast<std::int64_t>(subset->length)));

        auto const& metrics = face.metrics();
        auto descriptor = pdf_.makeIndirectObject(Object::parse(
            "<</Type/FontDescriptor/Flags 4/ItalicAngle 0/StemV 80/Ascent "
            + std::to_string(metrics.ascent) + "/Descent " + std::to_string(metrics.descent)
            + "/CapHeight " + std::to_string(metrics.cap_height) + "/FontBBox["
            + std::to_string(metrics.box[0]) + " " + std::to_string(metrics.box[1]) + " "
            + std::to_string(metrics.box[2]) + " " + std::to_string(metrics.box[3]) + "]>>"));
        descriptor.replaceKey("/FontName", name_object(name));
        descriptor.replaceKey("/FontFile2", program);

        auto descendant = pdf_.makeIndirectObject(
            Object::parse("<</Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity/DW 0"
                          "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"));
        descendant.replaceKey("/W", widths(face, used));
        descendant.replaceKey("/BaseFont", name_object(name));
        descendant.replaceKey("/FontDescriptor", descriptor);

        auto made = Object::parse("<</Type/Font/Subtype/Type0/Encoding/Identity-H>>");
        made.replaceKey("/BaseFont", name_object(name));
        made.replaceKey("/DescendantFonts", Object::newArray(std::vector<Object>{descendant}));
        made.replaceKey("/ToUnicode", deflated_stream(subset->to_unicode));
        return pdf_.makeIndirectObject(made);
    }

    Object resources() {
        auto fonts = Object::newDictionary();
        for (std::size_t no = 0; no < bound_.used.size(); ++no)
            if (!bound_.used[no].empty())
                fonts.replaceKey("/F" + std::to_string(no), font(static_cast<FaceNo>(no)));
        auto made = Object::newDictionary();
        made.replaceKey("/Font", fonts);
        if (bound_.bitmaps.empty()) return made;
        auto images = Object::newDictionary();
        for (std::size_t no = 0; no < bound_.bitmaps.size(); ++no)
            images.replaceKey("/P" + std::to_string(no), image(bound_.bitmaps[no]));
        made.replaceKey("/XObject", images);
        return made;
    }

    Object image(Bitmap const& bitmap) {
        auto made = Object::newStream(&pdf_, bitmap.data);
        auto about = made.getDict();
        about.replaceKey("/Type", name_object("/XObject"));
        about.replaceKey("/Subtype", name_object("/Image"));
        about.replaceKey("/Width", number(bitmap.width));
        about.replaceKey("/Height", number(bitmap.height));
        about.replaceKey("/BitsPerComponent", number(8));
        about.replaceKey("/ColorSpace",
                         name_object(bitmap.components == 1 ? "/DeviceGray" : "/DeviceRGB"));
        about.replaceKey("/Filter", name_object(bitmap.jpeg ? "/DCTDecode" : "/FlateDecode"));
        return made;
    }

    void fill_pages(Object const& resources) {
        auto tree = pdf_.getRoot().getKey("/Pages");
        auto kids = Object::newArray(pages_);
        auto box = Object::newArray(
            {number(0), number(0), real(bound_.size.width), real(bound_.size.height)});
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            auto& page = pages_[i];
            page.replaceKey("/Type", name_object("/Page"));
            page.replaceKey("/Parent", tree);
            page.replaceKey("/MediaBox", box);
            page.replaceKey("/Resources", resources);
            page.replaceKey("/Contents",
                            deflated_stream(deflater_.deflate(bound_.pages.pages[i].content)));
            page.replaceKey("/StructParents", number(static_cast<std::int64_t>(i)));
            page.replaceKey("/Tabs", name_object("/S"));
        }
        tree.replaceKey("/Kids", kids);
        tree.replaceKey("/Count", number(static_cast<std::int64_t>(pages_.size())));
    }

    /// Elements that hold nothing are left out, but for the cells of a table.
    std::vector<bool> worth_writing() const {
        auto const& elements = bound_.tree.elements();
        std::vector<bool> worth(elements.size(), false);
        for (auto no = elements.size(); no-- > 0;) {
            auto const& element = elements[no];
            auto kept =
                no == Tree::root || element.role == Role::cell || element.role == Role::head_cell;
            for (auto const& kid : element.kids)
                kept = kept || kid.page != Element::Kid::elsewhere || worth[kid.number];
            worth[no] = kept;
        }
        return worth;
    }

    Object attributes(Element const& element) {
        auto made = Object::newDictionary();
        made.replaceKey("/O", name_object("/Table"));
        if (element.role == Role::head_cell) made.replaceKey("/Scope", name_object("/Column"));
        if (element.columns > 1) made.replaceKey("/ColSpan", number(element.columns));
        if (element.rows > 1) made.replaceKey("/RowSpan", number(element.rows));
        return made;
    }

    Object kids(Element const& element, std::vector<Object> const& handles,
                std::vector<bool> const& worth, std::uint32_t home) {
        auto made = Object::newArray();
        for (auto const& kid : element.kids) {
            if (kid.page == Element::Kid::elsewhere) {
                if (worth[kid.number]) made.appendItem(handles[kid.number]);
            } else if (kid.page == home) {
                made.appendItem(number(kid.number));
            } else {
                auto reference = Object::newDictionary();
                reference.replaceKey("/Type", name_object("/MCR"));
                reference.replaceKey("/Pg", pages_[kid.page]);
                reference.replaceKey("/MCID", number(kid.number));
                made.appendItem(reference);
            }
        }
        return made;
    }

    Object structure() {
        auto const& elements = bound_.tree.elements();
        auto const worth = worth_writing();
        std::vector<Object> handles(elements.size());
        for (std::size_t no = 0; no < elements.size(); ++no)
            if (worth[no]) handles[no] = pdf_.makeIndirectObject(Object::newDictionary());
        auto root = pdf_.makeIndirectObject(Object::newDictionary());
        for (std::size_t no = 0; no < elements.size(); ++no) {
            if (!worth[no]) continue;
            auto const& element = elements[no];
            auto& made = handles[no];
            made.replaceKey("/S", name_object(name(element.role)));
            made.replaceKey("/P", no == Tree::root ? root : handles[element.parent]);
            auto home = Element::Kid::elsewhere;
            for (auto const& kid : element.kids)
                if (home == Element::Kid::elsewhere) home = kid.page;
            if (home != Element::Kid::elsewhere) made.replaceKey("/Pg", pages_[home]);
            made.replaceKey("/K", kids(element, handles, worth, home));
            if (!element.alt.empty()) made.replaceKey("/Alt", text_string(element.alt));
            if (element.role == Role::head_cell || element.columns > 1 || element.rows > 1)
                made.replaceKey("/A", attributes(element));
        }
        root.replaceKey("/Type", name_object("/StructTreeRoot"));
        root.replaceKey("/K", handles[Tree::root]);
        root.replaceKey("/ParentTree", parent_tree(handles));
        root.replaceKey("/ParentTreeNextKey", number(static_cast<std::int64_t>(pages_.size())));
        return root;
    }

    Object parent_tree(std::vector<Object> const& handles) {
        auto entries = Object::newArray();
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            auto owners = Object::newArray();
            for (auto const owner : bound_.pages.pages[i].owners)
                owners.appendItem(handles[owner]);
            entries.appendItem(number(static_cast<std::int64_t>(i)));
            entries.appendItem(pdf_.makeIndirectObject(owners));
        }
        auto made = Object::newDictionary();
        made.replaceKey("/Nums", entries);
        return pdf_.makeIndirectObject(made);
    }

    Object page_labels() {
        auto entries = Object::newArray();
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            auto label = Object::newDictionary();
            label.replaceKey("/P", text_string(page_label(bound_.paper, i)));
            entries.appendItem(number(static_cast<std::int64_t>(i)));
            entries.appendItem(label);
        }
        auto made = Object::newDictionary();
        made.replaceKey("/Nums", entries);
        return made;
    }

    /// Bookmarks hang below the nearest one above them of a higher rank.
    Object outlines() {
        auto const& marks = bound_.pages.outlines;
        auto root = pdf_.makeIndirectObject(Object::newDictionary());
        root.replaceKey("/Type", name_object("/Outlines"));
        struct Open {
            int level;
            Object object;
            Object last;
            std::int64_t count = 0;
        };
        std::vector<Open> open{{0, root, Object::newNull()}};
        auto const close = [&open] {
            auto& done = open.back();
            if (done.count > 0) {
                done.object.replaceKey("/Last", done.last);
                done.object.replaceKey("/Count", number(done.count));
            }
            auto const count = done.count;
            open.pop_back();
            if (!open.empty()) open.back().count += count;
        };
        for (auto const& mark : marks) {
            while (open.back().level >= mark.level)
                close();
            auto& parent = open.back();
            auto made = pdf_.makeIndirectObject(Object::newDictionary());
            made.replaceKey("/Title", text_string(mark.title));
            made.replaceKey("/Parent", parent.object);
            made.replaceKey("/Dest",
                            Object::newArray({pages_[mark.page], name_object("/XYZ"),
                                              Object::newNull(), real(mark.y), Object::newNull()}));
            if (parent.count == 0) {
                parent.object.replaceKey("/First", made);
            } else {
                made.replaceKey("/Prev", parent.last);
                parent.last.replaceKey("/Next", made);
            }
            parent.last = made;
            ++parent.count;
            open.push_back({mark.level, made, Object::newNull()});
        }
        while (!open.empty())
            close();
        return root;
    }

    void describe(Object& root) {
        auto const& meta = bound_.paper.meta;
        auto const pdf_a = !bound_.srgb_profile.empty();
        // The packet stays readable for programs that do not know PDF.
        auto metadata = Object::newStream(&pdf_, xmp(meta, pdf_a));
        metadata.getDict().replaceKey("/Type", name_object("/Metadata"));
        metadata.getDict().replaceKey("/Subtype", name_object("/XML"));
        root.replaceKey("/Metadata", metadata);
        auto info = Object::newDictionary();
        info.replaceKey("/Title", text_string(meta.title));
        if (!meta.author.empty()) info.replaceKey("/Author", text_string(meta.author));
        if (!meta.subject.empty()) info.replaceKey("/Subject", text_string(meta.subject));
        info.replaceKey("/Producer", Object::newString("Udbhabon"));
        info.replaceKey("/CreationDate", Object::newString(pdf_date(meta.created)));
        info.replaceKey("/ModDate", Object::newString(pdf_date(meta.created)));
        pdf_.getTrailer().replaceKey("/Info", pdf_.makeIndirectObject(info));
        if (!pdf_a) return;
        auto profile = deflated_stream(std::string(bound_.srgb_profile));
        profile.getDict().replaceKey("/N", number(3));
        auto intent = Object::parse("<</Type/OutputIntent/S/GTS_PDFA1"
                                    "/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)>>");
        intent.replaceKey("/DestOutputProfile", profile);
        root.replaceKey("/OutputIntents", Object::newArray({intent}));
    }

    std::string written() {
        QPDFWriter writer(pdf_);
        writer.setOutputMemory();
        writer.setMinimumPDFVersion("1.7");
        // Object streams would make the file a third smaller, and cost as much time as all the
        // rest.
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.setDeterministicID(true);
        writer.write();
        auto const bytes = writer.getBufferSharedPointer();
        return {reinterpret_cast<char const*>(bytes->getBuffer()), bytes->getSize()};
    }

    Bound const& bound_;
    QPDF pdf_;
    Deflater deflater_{content_level};
    std::vector<Object> pages_;
};

} // namespace

char const* name(Role role) {
    static constexpr std::array names = {"/Document", "/H1", "/H2",     "/H3",    "/H4",    "/P",
                                         "/L",        "/LI", "/Lbl",    "/LBody", "/Table", "/TR",
                                         "/TH",       "/TD", "/Figure", "/TOC",   "/TOCI"};
    return names[static_cast<std::size_t>(role)];
}

std::string bind(Bound const& bound) { return Binder(bound).bind(); }

} // namespace udb::bangla::pdf
