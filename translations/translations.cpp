// SPDX-License-Identifier: GPL-3.0-or-later
// The library's files are resources; this file gives it an object of its own.
