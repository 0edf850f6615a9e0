// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/BurnedInText.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

namespace pleurascope::imaging {

namespace {

constexpr int strokeLimit = 17;   // pixels; what is wider is no stroke
constexpr double contrast = 70;   // grey levels between a stroke and its surroundings
constexpr int flatness = 12;      // grey levels within a stroke
constexpr double flatShare = 0.3; // of a letter's pixels near its commonest level; the rest is its soft edge
constexpr int lettersOfALine = 3;
constexpr int tallestLetter = 120;     // pixels, and a tenth of the picture; bones are taller
constexpr int candidateLimit = 20'000; // noise gives more than any text

struct Letter {
    cv::Rect box;
    std::optional<double> level; ///< the commonest grey of its pixels, if most are near it
};

cv::Mat greyOf(const core::PixelBuffer& displayed) {
    const cv::Mat pixels(displayed.height(), displayed.width(), CV_8UC(displayed.channels()),
                         const_cast<std::byte*>(displayed.bytes().data()));
    if (displayed.channels() == 1)
        return pixels;
    cv::Mat grey;
    cv::cvtColor(pixels, grey, cv::COLOR_RGB2GRAY);
    return grey;
}

bool isLetterSized(const cv::Rect& box, int area, int tallest) {
    const double fill = double(area) / (double(box.width) * box.height);
    return box.height >= 8 && box.height <= tallest && box.width >= 2 && box.width <= 2 * box.height &&
           fill > 0.12 && fill < 0.95;
}

/// The commonest grey of a component, if most of it is near that.
std::optional<double> flatLevel(const cv::Mat& grey, const cv::Mat& labels, const cv::Rect& box, int label) {
    std::array<int, 256> counts{};
    int total = 0;
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x)
            if (labels.at<int>(y, x) == label) {
                ++counts[grey.at<std::uint8_t>(y, x)];
                ++total;
            }
    const int level = int(std::max_element(counts.begin(), counts.end()) - counts.begin());
    const auto first = counts.begin() + std::max(0, level - flatness / 2);
    const auto last = counts.begin() + std::min(255, level + flatness / 2) + 1;
    if (std::accumulate(first, last, 0) < flatShare * total)
        return std::nullopt;
    return level;
}

/// Components of thin strokes that are brighter than what is around them.
std::vector<Letter> brightLetters(const cv::Mat& grey) {
    cv::Mat strokes, labels, statistics, centroids;
    const auto element = cv::getStructuringElement(cv::MORPH_RECT, {strokeLimit, strokeLimit});
    cv::morphologyEx(grey, strokes, cv::MORPH_TOPHAT, element);
    cv::threshold(strokes, strokes, contrast, 255, cv::THRESH_BINARY);
    const int count = cv::connectedComponentsWithStats(strokes, labels, statistics, centroids, 8, CV_32S);
    const int tallest = std::clamp(std::min(grey.cols, grey.rows) / 10, 8, tallestLetter);
    std::vector<Letter> letters;
    for (int label = 1; label < count && int(letters.size()) < candidateLimit; ++label) {
        const int* row = statistics.ptr<int>(label);
        const cv::Rect box(row[cv::CC_STAT_LEFT], row[cv::CC_STAT_TOP], row[cv::CC_STAT_WIDTH],
                           row[cv::CC_STAT_HEIGHT]);
        if (!isLetterSized(box, row[cv::CC_STAT_AREA], tallest))
            continue;
        letters.push_back({box, flatLevel(grey, labels, box, label)});
    }
    return letters;
}

/// `right` may follow `left` in a word or after a blank.
bool areNeighbours(const Letter& left, const Letter& right) {
    const int height = std::max(left.box.height, right.box.height);
    const int gap = right.box.x - (left.box.x + left.box.width);
    const int bottoms = std::abs(left.box.y + left.box.height - right.box.y - right.box.height);
    return 2 * std::min(left.box.height, right.box.height) >= height && gap > -height / 3 && gap <= height &&
           3 * bottoms <= height && std::abs(*left.level - *right.level) <= flatness;
}

/// What else may be of a line: strokes next to it that are too small or too soft for a letter of their own
/// right, so that a mask does not leave them.
cv::Rect grown(cv::Rect line, const std::vector<Letter>& letters) {
    const int height = line.height;
    const int top = line.y - height / 4; // it grows to the sides alone, or anatomy would join in
    for (bool isGrowing = true; isGrowing;) {
        isGrowing = false;
        const cv::Rect reach(line.x - height, top, line.width + 2 * height, height + height / 2);
        for (const auto& letter : letters)
            if ((letter.box & line) != letter.box && (letter.box & reach) == letter.box) {
                line |= letter.box;
                isGrowing = true;
            }
    }
    return line;
}

TextLine lineAround(const std::vector<Letter>& chain, const std::vector<Letter>& letters) {
    cv::Rect box = chain.front().box;
    for (const auto& letter : chain)
        box |= letter.box;
    const int margin = box.height / 2;
    box = grown(box, letters);
    return {box.x - margin, box.y - margin, box.x + box.width - 1 + margin, box.y + box.height - 1 + margin,
            int(chain.size())};
}

/// Chains of neighbours from left to right.
std::vector<TextLine> linesOf(std::vector<Letter> letters) {
    std::sort(letters.begin(), letters.end(),
              [](const Letter& a, const Letter& b) { return a.box.x < b.box.x; });
    std::vector<std::vector<Letter>> chains;
    for (const auto& letter : letters) {
        if (!letter.level)
            continue;
        const auto chain = std::find_if(chains.rbegin(), chains.rend(), [&](const auto& candidate) {
            return areNeighbours(candidate.back(), letter);
        });
        if (chain == chains.rend())
            chains.push_back({letter});
        else
            chain->push_back(letter);
    }
    std::vector<TextLine> lines;
    for (const auto& chain : chains)
        if (int(chain.size()) >= lettersOfALine)
            lines.push_back(lineAround(chain, letters));
    return lines;
}

} // namespace

std::vector<TextLine> findBurnedInText(const core::PixelBuffer& displayed) {
    if (displayed.isEmpty())
        return {};
    const auto grey = greyOf(displayed);
    auto lines = linesOf(brightLetters(grey));
    const auto dark = linesOf(brightLetters(255 - grey));
    lines.insert(lines.end(), dark.begin(), dark.end());
    for (auto& line : lines) {
        line.left = std::max(line.left, 0);
        line.top = std::max(line.top, 0);
        line.right = std::min(line.right, displayed.width() - 1);
        line.bottom = std::min(line.bottom, displayed.height() - 1);
    }
    return lines;
}

} // namespace pleurascope::imaging
