extension Extract {
  /// Opens the extract for reading.
  package func reader() throws(ReadFault) -> any ExtractReader {
    switch format {
    case .delimited(let format): DelimitedReader(self, format)
    case .fixedWidth(let format): try FixedWidthReader(self, format)
    case .workbook(let format): try WorkbookExtractReader(self, format)
    case .xml(let format): try XMLExtractReader(self, format)
    }
  }
}
