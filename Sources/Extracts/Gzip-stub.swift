// stands in
final class GzipStream { init(path: String) throws {} ; func read(_ c: Int, appendingTo b: inout [UInt8]) throws -> Int { 0 } }
